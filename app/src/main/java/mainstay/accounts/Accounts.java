package mainstay.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainstay.accounts.AccountColumn.Ordering;
import mainstay.shared.Problem;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Looks accounts up; whoever asks finds only those they may see.
@Service
@Transactional(readOnly = true)
public class Accounts {

    private final JdbcClient database;
    private final List<AccountColumn> columns;

    Accounts(JdbcClient database, List<AccountColumn> columns) {
        this.database = database;
        this.columns = columns.stream()
                .sorted(Comparator.comparingInt(AccountColumn::order))
                .toList();
    }

    public Optional<AccountCard> byCode(String code) {
        return database.sql("select a.id from accounts.pub_account a where a.code = :code")
                .param("code", code)
                .query(Long.class)
                .optional()
                .flatMap(this::byId);
    }

    /// The account that a part of an address means.
    Optional<AccountCard> byAddress(String part) {
        return byCode(AccountAddress.codeOf(part));
    }

    public Optional<AccountCard> byId(long id) {
        return byIds(List.of(id)).stream().findFirst();
    }

    /// The accounts of these ids that the reader may see, in the order of the ids.
    public List<AccountCard> byIds(Collection<Long> ids) {
        Map<Long, AccountCard> found = new HashMap<>();
        database.sql(CARDS)
                .param("ids", ids.toArray(Long[]::new))
                .query(Accounts::card)
                .list()
                .forEach(card -> found.put(card.id(), card));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    List<AccountColumn> columns() {
        return columns;
    }

    /// The ids of a page in order; one more than the page holds where there is a next one.
    List<Long> page(AccountListing listing) {
        String by = expression(listing);
        String direction = listing.descending() ? " desc" : "";
        String from = " from accounts.pub_account a " + joined(listing);
        String last = "with last as materialized (select " + by + " as value" + from + "where a.id = :after) ";
        return database.sql((listing.after() == null ? "" : last)
                        + "select a.id" + from
                        + (listing.after() == null ? "" : ", last ")
                        + where(listing.filter())
                        + (listing.after() == null ? "" : behind(by, listing.descending()))
                        + " order by " + by + direction + " nulls last, a.id limit :most offset :offset")
                .params(parameters(listing.filter()))
                .param("after", listing.after())
                .param("most", listing.size() + 1)
                .param("offset", listing.offset())
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    long count(AccountFilter filter) {
        return database.sql("select count(*) from accounts.pub_account a" + where(filter))
                .params(parameters(filter))
                .query(Long.class)
                .single();
    }

    /// What the filters offer, with the number of accounts behind each.
    AccountChoices choices() {
        return new AccountChoices(
                choices("a.region", "a.region"),
                choices("a.category", "a.category"),
                choices("a.manager_code", "a.manager_name"));
    }

    private List<AccountChoices.Choice> choices(String value, String label) {
        return database.sql("select %1$s as value, %2$s as label, count(*) as accounts from accounts.pub_account a"
                                .formatted(value, label)
                        + " where " + value + " is not null group by 1, 2 order by " + label
                        + " collate \"zh-x-icu\" limit 200")
                .query((row, number) -> new AccountChoices.Choice(
                        row.getString("value"), row.getString("label"), row.getInt("accounts")))
                .list();
    }

    private static Map<String, String> parameters(AccountFilter filter) {
        return Map.of(
                "search", filter.search(),
                "region", filter.region(),
                "category", filter.category(),
                "manager", filter.manager());
    }

    private String expression(AccountListing listing) {
        return AccountSort.of(listing.sortKey())
                .map(AccountSort::expression)
                .orElseGet(() -> "o." + ordering(listing).column());
    }

    private String joined(AccountListing listing) {
        return AccountSort.of(listing.sortKey()).isPresent()
                ? ""
                : "left join " + ordering(listing).view() + " o on o.account_id = a.id ";
    }

    private Ordering ordering(AccountListing listing) {
        return columns.stream()
                .filter(column -> column.key().equals(listing.sortKey()))
                .findFirst()
                .map(AccountColumn::ordering)
                .orElseThrow(() -> new Problem.Invalid("accounts.badSort", listing.sortKey()));
    }

    private static String where(AccountFilter filter) {
        List<String> conditions = new ArrayList<>();
        if (!filter.search().isEmpty()) {
            conditions.add("a.id in (select accounts.matching(:search))");
        }
        if (!filter.region().isEmpty()) {
            conditions.add("a.region = :region");
        }
        if (!filter.category().isEmpty()) {
            conditions.add("a.category = :category");
        }
        if (!filter.manager().isEmpty()) {
            conditions.add("a.manager_code = :manager");
        }
        switch (filter.status()) {
            case OPEN -> conditions.add("(a.closed_on is null or a.closed_on > cast(identity.clock() as date))");
            case CLOSED -> conditions.add("a.closed_on <= cast(identity.clock() as date)");
            case ALL -> {}
        }
        return conditions.isEmpty() ? " where true" : " where " + String.join(" and ", conditions);
    }

    /// Continues behind an account, whatever was added or removed before it meanwhile.
    private static String behind(String by, boolean descending) {
        return " and (%1$s %2$s last.value or (%1$s is not distinct from last.value and a.id > :after)"
                        .formatted(by, descending ? "<" : ">")
                + " or (%s is null and last.value is not null))".formatted(by);
    }

    private static AccountCard card(ResultSet row, int number) throws SQLException {
        return new AccountCard(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getLong("group_id"),
                row.getString("group_code"),
                row.getString("group_name"),
                row.getString("category"),
                row.getString("region"),
                row.getString("manager_code"),
                row.getString("manager_name"),
                Sql.number(row, "manager_id"),
                Sql.number(row, "credit_limit"),
                row.getObject("payment_term_days", Integer.class),
                Sql.date(row, "opened_on"),
                Sql.date(row, "closed_on"));
    }

    /// Walks up from each account while the one above controls it and may be seen.
    private static final String CARDS = """
            with recursive up as (
                select a.id as account_id, a.id as above, 0 as steps
                from accounts.pub_account a where a.id = any(:ids)
                union all
                select u.account_id, p.id, u.steps + 1
                from up u
                join accounts.parent_link l on l.child_id = u.above
                 and (l.holding is null or l.holding > 50)
                 and l.valid_from <= cast(identity.clock() as date) and l.valid_to > cast(identity.clock() as date)
                join accounts.pub_account p on p.id = l.parent_id)
            select a.id, a.code, a.name, a.category, a.region, a.manager_code, a.manager_name, a.manager_id,
                   a.credit_limit, a.payment_term_days, a.opened_on, a.closed_on,
                   r.id as group_id,
                   case when r.id <> a.id then r.code end as group_code,
                   case when r.id <> a.id then r.name end as group_name
            from accounts.pub_account a
            join lateral (select u.above from up u where u.account_id = a.id order by u.steps desc limit 1) top on true
            join accounts.pub_account r on r.id = top.above
            where a.id = any(:ids)
            """;
}
