package mainstay.accounts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mainstay.accounts.AccountColumn.Cell;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Composes a page of the list: accounts, and beside them the figures that other modules contribute.
@Service
@Transactional(readOnly = true)
class AccountBook {

    private static final List<OwnColumn> USUAL =
            List.of(OwnColumn.MANAGER, OwnColumn.REGION, OwnColumn.CATEGORY, OwnColumn.CREDIT_LIMIT);

    private final Accounts accounts;
    private final AccountSearch search;
    private final SeenColumns columns;

    AccountBook(Accounts accounts, AccountSearch search, SeenColumns columns) {
        this.accounts = accounts;
        this.search = search;
        this.columns = columns;
    }

    /// Lets a search find what changed a moment ago.
    void makeReady(AccountFilter filter) {
        if (!filter.search().isEmpty()) {
            search.makeReady();
        }
    }

    /// A page of the list and what its filters offer.
    record Opened(AccountLeaf leaf, AccountChoices choices) {}

    Opened open(AccountListing listing) {
        return new Opened(page(listing), accounts.choices());
    }

    AccountLeaf page(AccountListing listing) {
        makeReady(listing.filter());
        List<Long> ids = accounts.page(listing);
        boolean more = ids.size() > listing.size();
        List<Long> shown = more ? ids.subList(0, listing.size()) : ids;
        List<ListColumn> wanted = columns(listing.columns());
        Map<String, Map<Long, Cell>> figures = new LinkedHashMap<>();
        columns.all().stream()
                .filter(figure ->
                        wanted.stream().anyMatch(column -> column.key().equals(figure.key())))
                .forEach(figure -> figures.put(figure.key(), shown.isEmpty() ? Map.of() : figure.of(shown)));
        Map<Long, String> formerly = search.formerNames(listing.filter().search(), shown);
        List<AccountLeaf.Row> rows = new ArrayList<>();
        for (AccountCard account : accounts.byIds(shown)) {
            Map<String, Cell> own = new LinkedHashMap<>();
            figures.forEach((key, cells) -> {
                Cell cell = cells.get(account.id());
                if (cell != null) {
                    own.put(key, cell);
                }
            });
            rows.add(new AccountLeaf.Row(account, own, formerly.get(account.id())));
        }
        return new AccountLeaf(wanted, rows, more ? shown.getLast() : null);
    }

    /// What the list shows of one account.
    AccountLeaf.Row row(AccountCard account) {
        Map<String, Cell> figures = new LinkedHashMap<>();
        for (AccountColumn column : columns.all()) {
            Cell cell = column.of(List.of(account.id())).get(account.id());
            if (cell != null) {
                figures.put(column.key(), cell);
            }
        }
        return new AccountLeaf.Row(account, figures, null);
    }

    long count(AccountFilter filter) {
        return accounts.count(filter);
    }

    /// The largest first by the first figure that sorts; by name where nobody contributes one.
    @Transactional(propagation = Propagation.SUPPORTS)
    String usualSort() {
        return columns.all().stream()
                .filter(column -> column.ordering() != null)
                .findFirst()
                .map(column -> "-" + column.key())
                .orElse(AccountSort.NAME.key());
    }

    /// The chosen columns that there are, in their order; a narrow screen keeps the first two of a choice.
    List<ListColumn> columns(ColumnChoice choice) {
        List<String> keys = choice.keys();
        if (keys == null) {
            return Stream.concat(
                            columns.all().stream().map(ListColumn::of),
                            columns.own(USUAL).stream().map(ListColumn::of))
                    .toList();
        }
        Map<String, ListColumn> known = new HashMap<>();
        available().forEach(column -> known.put(column.key(), column));
        List<ListColumn> chosen =
                keys.stream().map(known::get).filter(Objects::nonNull).toList();
        return IntStream.range(0, chosen.size())
                .mapToObj(i -> chosen.get(i).secondary(i > 1))
                .toList();
    }

    /// Every column that the reader could choose.
    List<ListColumn> available() {
        return Stream.concat(
                        columns.all().stream().map(ListColumn::of),
                        columns.own(List.of(OwnColumn.values())).stream().map(ListColumn::of))
                .toList();
    }

    /// Message key of what a list is sorted by.
    String sortLabel(String sort) {
        String key = sort.startsWith("-") ? sort.substring(1) : sort;
        return available().stream()
                .filter(column -> column.key().equals(key))
                .map(ListColumn::labelKey)
                .findFirst()
                .orElse("accounts.name");
    }
}
