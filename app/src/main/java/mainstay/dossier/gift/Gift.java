package mainstay.dossier.gift;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something that was given, or is asked for.
///
/// @param name      of the person; null where the reader does not see them
/// @param direction `given` to the person, or `received` from them
/// @param kind      `gift` or `hospitality`
/// @param colleague name by which the colleague signs in
/// @param colleagueName in full; null for who is nobody of the firm
/// @param worth     in ten-thousandths
/// @param state     `kept`; over the limit `asked`, `granted`, `refused` or `withdrawn`; by mistake `struck`
/// @param mayStrike whether the reader may say that it was written down by mistake
public record Gift(
        long id,
        long personId,
        @Nullable String name,
        boolean erased,
        long accountId,
        @Nullable String accountCode,
        @Nullable String accountName,
        String direction,
        String kind,
        String colleague,
        @Nullable String colleagueName,
        LocalDate givenOn,
        long worth,
        @Nullable String occasion,
        @Nullable String reason,
        String state,
        @Nullable String struckBy,
        @Nullable String struckBecause,
        boolean mayStrike) {

    public String directionKey() {
        return "gift.direction." + direction;
    }

    public String kindKey() {
        return "gift.kind." + kind;
    }

    public String stateKey() {
        return "gift.state." + state;
    }

    /// Whether it counts.
    public boolean counts() {
        return state.equals("kept") || state.equals("granted");
    }

    public String tone() {
        return switch (state) {
            case "kept", "granted" -> "tag-good";
            case "asked" -> "tag-warn";
            default -> "tag-muted";
        };
    }
}
