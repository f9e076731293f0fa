package mainstay.dossier.look;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One look into an archive.
///
/// @param actor  the name that somebody signs in with
/// @param code   of the account; null where the reader of the log does not see it
/// @param where  `page`, `history`, `board`, `timeline`, `card`, `brief`, `document`, `print`, `export`, `api`,
/// `person` or
///     `disclosure`
/// @param level  3 full, 4 personal
/// @param loanId the loan by which it was seen; null where no loan was needed
public record Seen(
        long id,
        Instant at,
        String actor,
        long accountId,
        @Nullable String code,
        @Nullable String name,
        String where,
        List<String> parts,
        int level,
        @Nullable Long loanId,
        @Nullable String detail) {

    public String called() {
        return name == null ? "#" + accountId : name;
    }

    public String whereKey() {
        return "look.where." + where;
    }

    public String levelKey() {
        return "look.level." + level;
    }

    public static String partKey(String part) {
        return "archive.part." + part;
    }
}
