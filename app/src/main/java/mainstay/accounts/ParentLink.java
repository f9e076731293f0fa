package mainstay.accounts;

import java.time.LocalDate;

/// That one account stands under another, from a day until before another; [LocalDate#MIN] and
/// [LocalDate#MAX] are open
/// ends.
record ParentLink(long child, long parent, LocalDate from, LocalDate until) {}
