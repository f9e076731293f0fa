package mainstay.team.duty;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import mainstay.accounts.AccountCard;
import org.jspecify.annotations.Nullable;

/// Where a ball falls between two people at an account, or two run for the same one.
///
/// @param kind         one of [#KINDS]
/// @param money        sales in twelve months, of the head of a group those of the group; null where unknown
/// @param ownMoney     those of the account alone
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
        @Nullable Long ownMoney,
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

    public boolean isOverlap() {
        return kind.equals(OVERLAP);
    }
}
