package mainstay.relationships.depth;

import java.util.List;
import java.util.Map;
import mainstay.accounts.AccountCard;
import org.jspecify.annotations.Nullable;

/// Key accounts with the depth of the contact with each.
///
/// @param sort   `depth`, `contacts` or `name`
/// @param flag   code of the flag that alone is shown; empty for all
/// @param rungs  how many accounts stand on which rung, all of them
/// @param flags  how many have which flag, all of them
/// @param shown  those asked for, in order
public record KeyDepths(String sort, String flag, Map<Rung, Long> rungs, Map<Flag, Long> flags, List<Row> shown) {

    public static final List<String> SORTS = List.of("depth", "contacts", "name");

    /// @param manager full name
    public record Row(String code, String name, @Nullable String manager, Depth depth) {

        public String path() {
            return AccountCard.pathOf(code) + "/depth";
        }
    }

    public long accounts() {
        return rungs.values().stream().mapToLong(Long::longValue).sum();
    }
}
