package mainstay.portfolio.value;

import java.time.LocalDate;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;

/// Why the value of accounts changed between two runs: opening + added + grown − shrunk − lost = closing.
///
/// Lost is what has fallen and is unknown or closed by now, or still a customer with less than [#GONE];
/// who is only sold to at a loss has shrunk.
///
/// @param before    day of the earlier run
/// @param newcomers accounts behind `added`; the other counts likewise
/// @param unchanged worth as much as before
/// @param nothing   worth nothing, or unknown, both times
/// @param worth     accounts behind `closing`, as in the split; `worthBefore` behind `opening`
public record Bridge(
        LocalDate before,
        long opening,
        long added,
        long kept,
        long grown,
        long shrunk,
        long lost,
        long closing,
        int newcomers,
        int growing,
        int shrinking,
        int leavers,
        int unchanged,
        int nothing,
        int worthBefore,
        int worth) {
    /// The probability to be still a customer below which an account counts as lost.
    static final double GONE = 0.1;

    long change() {
        return closing - opening;
    }

    public double gone() {
        return GONE;
    }

    /// Accounts that stand in no step.
    public int uncounted() {
        return unchanged + nothing;
    }

    /// What happened to the whole.
    public Text finding() {
        long change = change();
        return Text.of(
                change > 0 ? "value.bridge.rose" : change < 0 ? "value.bridge.fell" : "value.bridge.stayed",
                Shown.money(Math.abs(change)),
                before);
    }
}
