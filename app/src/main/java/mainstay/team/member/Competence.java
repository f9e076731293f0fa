package mainstay.team.member;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an account manager knows, can and wants, as somebody else saw it on a day; each from 1 to 5.
///
/// @param steps  what comes next; null where nothing was agreed
/// @param nextOn when it is looked at again; null where nobody said
public record Competence(
        long id,
        LocalDate assessedOn,
        String assessor,
        int knowledge,
        int skill,
        int attitude,
        @Nullable String steps,
        @Nullable LocalDate nextOn) {

    public static final List<String> SIDES = List.of("knowledge", "skill", "attitude");

    public int mark(String side) {
        return switch (side) {
            case "knowledge" -> knowledge;
            case "skill" -> skill;
            case "attitude" -> attitude;
            default -> throw new IllegalArgumentException("no side " + side);
        };
    }
}
