package mainstay.team.member;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Somebody who works for an account, on certain days.
///
/// @param id         null for the manager of the account, who has no row of the own
/// @param user       name that the person signs in with
/// @param function   one of [MemberForm#FUNCTIONS]; null for the manager without a row
/// @param role       one of [MemberForm#ROLES]; null for the manager without a row
/// @param manager    whether the person manages the account
/// @param discount   percent that the person may agree alone; null where nobody said
/// @param share      percent of the person's working time; null where nobody said
/// @param untilDay   included; null: until further notice
/// @param bonusShare percent; null where there is none, or the reader may not know
/// @param benefit    in words; null likewise
/// @param enabled    false where the person left
/// @param awayUntil  last day of the absence that lasts today; null for who is there
/// @param version    counts changes
/// @param changedBy  name to sign in with of who changed it last; null where nobody has
public record Member(
        @Nullable Long id,
        long userId,
        String user,
        String name,
        @Nullable String function,
        @Nullable String role,
        boolean manager,
        @Nullable String responsibility,
        @Nullable String authority,
        @Nullable BigDecimal discount,
        @Nullable BigDecimal share,
        @Nullable Long deputyId,
        @Nullable String deputy,
        @Nullable LocalDate fromDay,
        @Nullable LocalDate untilDay,
        @Nullable BigDecimal bonusShare,
        @Nullable String benefit,
        boolean enabled,
        @Nullable LocalDate awayUntil,
        int version,
        @Nullable String changedBy,
        @Nullable Instant changedAt) {

    public String functionKey() {
        return "team.function." + (function == null ? "none" : function);
    }

    public String roleKey() {
        return "team.role." + (role == null ? "manager" : role);
    }

    /// Percent without needless digits.
    public static String percent(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /// Whether the person is a member on a day.
    public boolean isOn(LocalDate day) {
        return (fromDay == null || !day.isBefore(fromDay)) && (untilDay == null || !day.isAfter(untilDay));
    }
}
