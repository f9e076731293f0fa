package mainstay.dossier.card;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.dossier.Look;
import org.jspecify.annotations.Nullable;

/// A page about an account in its reader's words, for the screen and for paper.
///
/// @param mark who took it when, across what is confidential; null where nothing is
/// @param foot who made it when, below everything
/// @param looks what has to be written down before it is shown
public record Sheet(
        String title,
        String code,
        List<Block> blocks,
        @Nullable String mark,
        String foot,
        List<Look> looks) {

    /// Rows that belong together.
    ///
    /// @param none what stands there where there are no rows
    public record Block(String heading, List<Row> rows, String none) {}

    /// @param note  how old or how sure; empty where there is nothing to say
    /// @param alert whether the reader should look twice
    public record Row(String label, String value, String note, boolean alert) {

        public static Row of(String label, String value) {
            return new Row(label, value, "", false);
        }

        private Row shortened(int longest) {
            return new Row(label, cut(value, longest), cut(note, longest), alert);
        }

        static String cut(String text, int longest) {
            int length = text.codePointCount(0, text.length());
            return length <= longest ? text : text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
        }
    }

    /// The same with its long texts cut.
    Sheet shortened(int longest) {
        return new Sheet(
                title,
                code,
                blocks.stream()
                        .map(block -> new Block(
                                block.heading(),
                                block.rows().stream()
                                        .map(row -> row.shortened(longest))
                                        .toList(),
                                block.none()))
                        .toList(),
                mark,
                foot,
                looks);
    }

    /// All that is written on it, to find letters for it.
    String letters() {
        return Stream.concat(
                        Stream.of(title, code, foot, mark == null ? "" : mark),
                        blocks.stream()
                                .flatMap(block -> Stream.concat(
                                        Stream.of(block.heading(), block.none()),
                                        block.rows().stream()
                                                .flatMap(row -> Stream.of(row.label(), row.value(), row.note())))))
                .map(Sheet::printable)
                .collect(Collectors.joining());
    }

    /// Without the marks of direction and the narrow spaces that only screens know.
    static String printable(String text) {
        return text.replaceAll("[\\u2066-\\u2069\\u200E\\u200F]", "").replaceAll("[\\u2009\\u202F]", " ");
    }

    public boolean isConfidential() {
        return mark != null;
    }
}
