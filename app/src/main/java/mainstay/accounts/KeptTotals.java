package mainstay.accounts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The totals asked for last.
final class KeptTotals {

    private static final int MOST = 500;

    private final Map<Key, ListTotals> totals = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, ListTotals> eldest) {
            return size() > MOST;
        }
    };

    /// What totals depend on.
    ///
    /// @param revision of all that is counted or summed up
    record Key(String revision, AccountFilter filter, List<ListColumn> columns) {}

    ListTotals get(Key key, Supplier<ListTotals> added) {
        @Nullable ListTotals known = look(key);
        if (known != null) {
            return known;
        }
        ListTotals fresh = added.get();
        keep(key, fresh);
        return fresh;
    }

    private synchronized @Nullable ListTotals look(Key key) {
        return totals.get(key);
    }

    private synchronized void keep(Key key, ListTotals fresh) {
        totals.put(key, fresh);
    }
}
