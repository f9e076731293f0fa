package mainstay.portfolio.value;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The day of a run, and that of the run before which it is compared with.
///
/// @param before null without an earlier run
record Compared(LocalDate asOf, @Nullable LocalDate before) {}
