package mainstay.accounts.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What somebody does at an account, or did.
///
/// @param function code of a [JobFunction]
/// @param fromOn   null where nobody knows since when
/// @param untilOn  the last day; null while it goes on
public record Position(
        long id,
        long personId,
        String name,
        @Nullable String latinName,
        boolean erased,
        long accountId,
        String accountCode,
        String accountName,
        @Nullable String title,
        @Nullable String department,
        String function,
        @Nullable LocalDate fromOn,
        @Nullable LocalDate untilOn,
        int revision) {

    public String functionKey() {
        return JobFunction.keyOf(function);
    }

    public boolean isHeld(LocalDate today) {
        return untilOn == null || !untilOn.isBefore(today);
    }

    /// Whether it is or was held on a day, its first and last included; where nobody knows its first day, on every one
    /// before.
    boolean isHeldOn(LocalDate day) {
        return isHeld(day) && (fromOn == null || !fromOn.isAfter(day));
    }

    public String personPath() {
        return Person.pathOf(personId);
    }
}
