package mainstay.portfolio.value;

import java.time.LocalDate;

/// Why the value of accounts changed from one run to the next: opening + added + grown − shrunk − lost = closing.
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
        int leavers) {}
