package mainstay.portfolio;

import java.util.Map;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// A way to part the accounts. Modules that know one contribute a bean.
public interface Segmentation {

    /// As in an address; `profit.by.<code>` is its message key.
    String code();

    int order();

    /// The segment of each account; accounts without one may be missing.
    Map<Long, Segment> segments();

    /// What accounts without a segment are called.
    default Text unnamed() {
        return Text.of("profit.unnamed");
    }

    /// Accounts that have something in common.
    ///
    /// @param rows address that lists them; null where there is none
    /// @param rank place among the others where they have an order of their own, else the same for all
    record Segment(String key, Text name, @Nullable String rows, int rank) {

        public Segment(String key, Text name, @Nullable String rows) {
            this(key, name, rows, 0);
        }
    }
}
