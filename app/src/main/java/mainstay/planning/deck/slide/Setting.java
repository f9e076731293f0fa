package mainstay.planning.deck.slide;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mainstay.planning.deck.slide.Fitted.Paragraph;

/// Breaks text into lines: between words, between Chinese characters, and inside of a word that is longer than a line.
final class Setting {

    private static final String CUT = "…";
    static final double POINT = 0.9;

    private final Letters letters = new Letters();
    private final Locale language;

    Setting(String language) {
        this.language = Locale.forLanguageTag(language);
    }

    Letters letters() {
        return letters;
    }

    /// In the largest size of the type in which all of it fits; cut where it does not fit in the least.
    Fitted fit(List<String> paragraphs, Type type, double width, double height, boolean points) {
        double size = type.size();
        Fitted set = set(paragraphs, size, type.bold(), width, points);
        while (set.height() > height && size > type.least()) {
            size = type.after(size);
            set = set(paragraphs, size, type.bold(), width, points);
        }
        return set.height() > height ? cut(set, width, height) : set;
    }

    Fitted fit(String text, Type type, double width, double height) {
        return fit(List.of(text), type, width, height, false);
    }

    /// In one size, whatever height it takes.
    Fitted set(List<String> paragraphs, double size, boolean bold, double width, boolean points) {
        double room = points ? width - size * POINT : width;
        List<Paragraph> set = new ArrayList<>();
        for (String paragraph : paragraphs) {
            Printable.of(paragraph)
                    .lines()
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .forEach(text -> set.add(new Paragraph(text, lines(text, size, bold, room), points)));
        }
        return new Fitted(size, bold, List.copyOf(set), false);
    }

    /// With at most so many lines.
    Fitted lines(String text, double size, boolean bold, double width, int most) {
        Fitted set = set(List.of(Printable.line(text)), size, bold, width, false);
        return set.lines() <= most ? set : cut(set, width, most * set.line());
    }

    private Fitted cut(Fitted whole, double width, double height) {
        List<Paragraph> kept = new ArrayList<>();
        double left = height;
        for (Paragraph paragraph : whole.paragraphs()) {
            double room = paragraph.point() ? width - whole.size() * POINT : width;
            int fits = Math.min(paragraph.lines().size(), (int) Math.floor((left + 0.01) / whole.line()));
            if (fits < 1) {
                break;
            }
            left -= fits * whole.line() + whole.gap();
            kept.add(
                    fits == paragraph.lines().size()
                            ? paragraph
                            : ended(paragraph.lines().subList(0, fits), paragraph.point(), whole, room));
        }
        if (kept.size() < whole.paragraphs().size() && !kept.isEmpty()) {
            Paragraph last = kept.removeLast();
            double room = last.point() ? width - whole.size() * POINT : width;
            kept.add(last.text().endsWith(CUT) ? last : ended(last.lines(), last.point(), whole, room));
        }
        return new Fitted(whole.size(), whole.bold(), List.copyOf(kept), true);
    }

    /// The last line makes room for the sign that something is missing.
    private Paragraph ended(List<String> lines, boolean point, Fitted whole, double width) {
        List<String> kept = new ArrayList<>(lines);
        String last = kept.removeLast();
        while (!last.isEmpty() && letters.width(last + CUT, whole.size(), whole.bold()) > width) {
            last = last.substring(0, last.offsetByCodePoints(last.length(), -1)).stripTrailing();
        }
        kept.add(last + CUT);
        return new Paragraph(joined(kept), List.copyOf(kept), point);
    }

    private static String joined(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            boolean spaced = !text.isEmpty()
                    && text.codePointBefore(text.length()) < 0x2E80
                    && !line.isEmpty()
                    && line.codePointAt(0) < 0x2E80;
            text.append(spaced ? " " : "").append(line);
        }
        return text.toString();
    }

    private List<String> lines(String text, double size, boolean bold, double width) {
        BreakIterator breaks = BreakIterator.getLineInstance(language);
        breaks.setText(text);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        double taken = 0;
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            String word = text.substring(from, to);
            if (!line.isEmpty() && taken + letters.width(word.stripTrailing(), size, bold) > width) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                taken = 0;
            }
            line.append(word);
            taken += letters.width(word, size, bold);
            if (taken > width) {
                broken(line, lines, size, bold, width);
                taken = letters.width(line.toString(), size, bold);
            }
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString().stripTrailing());
        }
        return List.copyOf(lines);
    }

    /// A word that is longer than a line goes on in the next one.
    private void broken(StringBuilder line, List<String> lines, double size, boolean bold, double width) {
        int begin = 0;
        double taken = 0;
        String whole = line.toString().stripTrailing();
        for (int at = 0; at < whole.length(); ) {
            int letter = whole.codePointAt(at);
            double wide = letters.width(Character.toString(letter), size, bold);
            if (taken + wide > width && at > begin) {
                lines.add(whole.substring(begin, at));
                begin = at;
                taken = 0;
            }
            taken += wide;
            at += Character.charCount(letter);
        }
        line.delete(0, begin);
    }
}
