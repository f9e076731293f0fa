package mainstay.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the search finds beside accounts, contributed by whoever keeps it.
public interface OtherFinds {

    /// @param kindKey message key of what it is
    /// @param more    what tells it from others of the same name
    record Find(
            String kindKey,
            String id,
            String name,
            @Nullable String more,
            String href) {}

    /// Only what the reader may see, the closest first.
    List<Find> find(String typed, int most);
}
