package mainstay.portfolio;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the business panel of an account shows.
///
/// @param grouped  whether the account is shown together with those under its control
/// @param standing of what is shown
/// @param group    standing of the group that the account leads; null where it leads none that the reader may see
/// @param members  the accounts of the group, the largest first
/// @param lines    the newest ones of the twelve months
public record BusinessView(
        @Nullable LocalDate asOf,
        boolean grouped,
        @Nullable Standing standing,
        @Nullable Standing group,
        List<Month> months,
        List<Slice> categories,
        List<Slice> regions,
        List<Slice> members,
        List<SoldLine> lines) {
    static final BusinessView EMPTY =
            new BusinessView(null, false, null, null, List.of(), List.of(), List.of(), List.of(), List.of());

    public boolean leadsGroup() {
        return group != null;
    }
}
