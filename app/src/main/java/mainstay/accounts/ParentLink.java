package mainstay.accounts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// That one account stands under another, from a day until before another; [LocalDate#MIN] and
/// [LocalDate#MAX] are open ends.
record ParentLink(long child, long parent, LocalDate from, LocalDate until) {

    /// The next link upwards for as long as this one holds too; nothing where they never hold together.
    @Nullable
    ParentLink during(ParentLink next) {
        LocalDate since = from.isAfter(next.from) ? from : next.from;
        LocalDate end = until.isBefore(next.until) ? until : next.until;
        return since.isBefore(end) ? new ParentLink(next.child, next.parent, since, end) : null;
    }
}
