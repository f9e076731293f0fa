package mainstay.portfolio;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the business panel of an account shows.
public record BusinessView(
        @Nullable LocalDate asOf,
        @Nullable Standing standing,
        List<Month> months,
        List<Slice> categories,
        List<Slice> regions) {}
