package mainstay.planning.deck.slide;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A deck in the words of its maker, ready to be written in either form.
///
/// @param title    of the file
/// @param author   who made it
/// @param language of its words, as `zh-CN`
/// @param foot     at the end of every slide: who made it when
/// @param mark     across every slide where something in it is confidential; null elsewhere
/// @param more     where rows are left out, with `#` in the place of their number
public record Deck(
        String title,
        String author,
        String language,
        String foot,
        @Nullable String mark,
        String more,
        Cover cover,
        List<Slide> slides) {

    /// The first slide.
    ///
    /// @param above what kind of thing this is
    /// @param lines name and value, as who made it
    public record Cover(String above, String name, String below, List<List<String>> lines) {}

    /// What stands for rows that are left out.
    String more(int rows) {
        return more.replace("#", String.valueOf(rows));
    }
}
