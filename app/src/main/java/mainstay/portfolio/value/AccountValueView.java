package mainstay.portfolio.value;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mainstay.shared.web.Door;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// The value of an account on its page.
///
/// @param signs   of leaving
/// @param notes   what must be read with the figures
/// @param words   where the figures come from and what to keep in mind
/// @param inputs  by symbol
/// @param history the oldest first
/// @param gaps    the newest finished gaps, the oldest first, and the running one
public record AccountValueView(
        String path,
        LocalDate asOf,
        List<Door> doors,
        List<ValueView.Sign> signs,
        List<Text> notes,
        List<Text> words,
        Map<String, Double> inputs,
        List<Then> history,
        List<Gap> gaps,
        @Nullable Double lateAfter) {

    public record Then(
            LocalDate asOf,
            @Nullable Long value,
            @Nullable Long low,
            @Nullable Long high,
            @Nullable Double alive,
            Text chance,
            @Nullable Double expected) {}

    /// @param end the purchase that ended it; null while it runs
    public record Gap(LocalDate start, @Nullable LocalDate end, int days) {}
}
