package mainstay.accounts;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an address asks of the list, as it stands there.
///
/// @param view number of the saved view that it began with; 0: none, by choice
record ListWish(
        @Nullable String q,
        @Nullable String region,
        @Nullable String category,
        @Nullable String manager,
        @Nullable String status,
        @Nullable String sort,
        @Nullable String columns,
        @Nullable Long view) {

    AccountFilter filter() {
        return AccountFilter.of(q, region, category, manager, status);
    }

    ColumnChoice choice() {
        return ColumnChoice.parse(Objects.requireNonNullElse(columns, ""));
    }

    ListAddress address(String usualSort) {
        return new ListAddress(
                filter(), sort == null || sort.isBlank() ? usualSort : sort.strip(), choice(), viewNumber());
    }

    long viewNumber() {
        return view == null ? 0 : view;
    }
}
