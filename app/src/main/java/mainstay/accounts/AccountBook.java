package mainstay.accounts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mainstay.accounts.AccountColumn.Cell;
import mainstay.identity.Acting;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Composes a page of the list: accounts, and beside them the figures that other modules contribute.
@Service
@Transactional(readOnly = true)
class AccountBook {

    private final Accounts accounts;
    private final AccountSearch search;

    AccountBook(Accounts accounts, AccountSearch search) {
        this.accounts = accounts;
        this.search = search;
    }

    AccountLeaf page(AccountListing listing) {
        if (!listing.filter().search().isEmpty()) {
            search.makeReady();
        }
        List<Long> ids = accounts.page(listing);
        boolean more = ids.size() > listing.size();
        List<Long> shown = more ? ids.subList(0, listing.size()) : ids;
        List<AccountColumn> columns = columns();
        Map<String, Map<Long, Cell>> figures = new LinkedHashMap<>();
        columns.forEach(column -> figures.put(column.key(), shown.isEmpty() ? Map.of() : column.of(shown)));
        List<AccountLeaf.Row> rows = new ArrayList<>();
        for (AccountCard account : accounts.byIds(shown)) {
            Map<String, Cell> own = new LinkedHashMap<>();
            figures.forEach((key, cells) -> {
                Cell cell = cells.get(account.id());
                if (cell != null) {
                    own.put(key, cell);
                }
            });
            rows.add(new AccountLeaf.Row(account, own));
        }
        return new AccountLeaf(columns, rows, more ? shown.getLast() : null);
    }

    /// What the list shows of one account.
    AccountLeaf.Row row(AccountCard account) {
        Map<String, Cell> figures = new LinkedHashMap<>();
        for (AccountColumn column : columns()) {
            Cell cell = column.of(List.of(account.id())).get(account.id());
            if (cell != null) {
                figures.put(column.key(), cell);
            }
        }
        return new AccountLeaf.Row(account, figures);
    }

    long count(AccountFilter filter) {
        return accounts.count(filter);
    }

    AccountChoices choices() {
        return accounts.choices();
    }

    /// The largest first by the first figure that sorts; by name where nobody contributes one.
    String usualSort() {
        return columns().stream()
                .filter(column -> column.ordering() != null)
                .findFirst()
                .map(column -> "-" + column.key())
                .orElse(AccountSort.NAME.key());
    }

    /// The columns that the reader's role reaches. Somebody with grants on single accounts gets them all: the
    /// figures
    /// of
    /// the other accounts stay empty.
    private List<AccountColumn> columns() {
        return accounts.columns().stream()
                .filter(column -> Acting.now()
                        .map(actor ->
                                actor.reaches(column.needed()) || actor.reach().number() == 0)
                        .orElse(false))
                .toList();
    }
}
