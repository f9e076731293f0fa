package mainstay.planning.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What may come between.
///
/// @param likelihood from 1 to 3, likewise `impact`
/// @param counter    what is done against it
public record Risk(
        long id,
        String what,
        int likelihood,
        int impact,
        @Nullable String counter) {

    public static final List<String> DEGREES = List.of("1", "2", "3");

    public int weight() {
        return likelihood * impact;
    }

    public String tone() {
        return weight() >= 6 ? "tag-bad" : weight() >= 3 ? "tag-warn" : "tag-muted";
    }
}
