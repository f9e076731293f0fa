package mainstay.team.duty;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import mainstay.accounts.AccountCard;
import mainstay.shared.DroppedWork.Dropped;
import org.jspecify.annotations.Nullable;

/// Where a ball falls between two people at an account, or two run for the same one.
///
/// @param kind         one of [#KINDS]
/// @param money        own sales of the account in twelve months; null where unknown
/// @param groupMoney   those of the group of which it is the head; null for others, and where unknown
/// @param person       who was accountable, or one of two responsible ones
/// @param other        the other one
/// @param sameFunction the function that both have at the account; null where they have not
/// @param since        null where nobody was accountable ever
/// @param fieldIds     numbers of the fields of work, parted by commas
public record Gap(
        String kind,
        long accountId,
        String code,
        String account,
        @Nullable Long money,
        @Nullable Long groupMoney,
        @Nullable Long personId,
        @Nullable String person,
        @Nullable Long otherId,
        @Nullable String other,
        @Nullable String sameFunction,
        @Nullable LocalDate since,
        String fieldIds,
        long fields) {

    public static final String NOBODY = "nobody";
    public static final String GONE = "gone";
    public static final String AWAY = "away";
    public static final String OVERLAP = "overlap";
    public static final List<String> KINDS = List.of(NOBODY, GONE, AWAY, OVERLAP);

    public String path() {
        return AccountCard.pathOf(code) + "/team";
    }

    public List<Integer> fieldNumbers() {
        return Arrays.stream(fieldIds.split(",", -1)).map(Integer::valueOf).toList();
    }

    /// The larger of its own sales and those of its group.
    public @Nullable Long stake() {
        return Dropped.larger(money, groupMoney);
    }

    public boolean isOverlap() {
        return kind.equals(OVERLAP);
    }
}
