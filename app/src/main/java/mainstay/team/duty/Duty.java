package mainstay.team.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody does in a field of work at an account.
///
/// @param user      name that the person signs in with
/// @param part      one of [#PARTS]
/// @param turn      in which order several responsible ones act; null where nobody said
/// @param enabled   false where the person left
/// @param awayUntil last day of the absence that lasts today; null for who is there
public record Duty(
        long id,
        int fieldId,
        long userId,
        String user,
        String name,
        String part,
        @Nullable Integer turn,
        Instant since,
        boolean enabled,
        @Nullable LocalDate awayUntil) {

    public static final String ACCOUNTABLE = "accountable";
    public static final String RESPONSIBLE = "responsible";
    public static final List<String> PARTS = List.of(ACCOUNTABLE, RESPONSIBLE, "consulted", "informed");

    public String partKey() {
        return "duty.part." + part;
    }
}
