package mainstay.portfolio.value;

import java.time.LocalDate;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;

/// Why the value of accounts changed between two runs: opening + added + grown − shrunk − lost = closing.
///
/// @param before    day of the earlier run
/// @param newcomers accounts behind `added`; the other counts likewise
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
        int leavers) {

    long change() {
        return closing - opening;
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
