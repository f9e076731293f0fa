package mainstay.portfolio;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the business panel of an account shows.
///
/// @param group the account together with those under its control; null where there are none
public record BusinessView(
        @Nullable LocalDate asOf,
        @Nullable Standing standing,
        @Nullable Standing group,
        List<Month> months,
        List<Slice> categories,
        List<Slice> regions) {}
