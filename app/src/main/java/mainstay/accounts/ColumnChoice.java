package mainstay.accounts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Which columns stand beside the name, and in which order; null: the usual ones.
public record ColumnChoice(@Nullable List<String> keys) {

    static final ColumnChoice USUAL = new ColumnChoice(null);

    private static final String NONE = "none";
    private static final int MOST = 40;

    static ColumnChoice of(List<String> keys) {
        return new ColumnChoice(List.copyOf(keys));
    }

    /// As it stands in an address; names of columns that there are no more are harmless.
    static ColumnChoice parse(String word) {
        if (word.isBlank()) {
            return USUAL;
        }
        return of(Arrays.stream(word.split(",", MOST + 1))
                .limit(MOST)
                .map(String::strip)
                .filter(key -> !key.isEmpty() && !key.equals(NONE))
                .distinct()
                .toList());
    }

    public boolean isUsual() {
        return keys == null;
    }

    /// Empty for the usual ones.
    String word() {
        return keys == null ? "" : keys.isEmpty() ? NONE : String.join(",", keys);
    }

    ColumnChoice with(String key) {
        return changed(list -> list.add(key));
    }

    ColumnChoice without(String key) {
        return changed(list -> list.remove(key));
    }

    ColumnChoice before(String key) {
        return changed(list -> {
            int at = list.indexOf(key);
            if (at > 0) {
                Collections.swap(list, at, at - 1);
            }
        });
    }

    ColumnChoice behind(String key) {
        return changed(list -> {
            int at = list.indexOf(key);
            if (at >= 0 && at < list.size() - 1) {
                Collections.swap(list, at, at + 1);
            }
        });
    }

    private ColumnChoice changed(Consumer<List<String>> change) {
        List<String> list = keys == null ? new ArrayList<>() : new ArrayList<>(keys);
        change.accept(list);
        return of(list);
    }
}
