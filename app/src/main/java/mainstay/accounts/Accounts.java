package mainstay.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainstay.shared.Problem;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Looks accounts up; whoever asks finds only those they may see.
@Service
@Transactional(readOnly = true)
public class Accounts {

    private final JdbcClient database;
    private final AccountLeaves leaves;
    private final FilterChoices choices;
    private final List<AccountColumn> columns;

    Accounts(JdbcClient database, AccountLeaves leaves, FilterChoices choices, List<AccountColumn> columns) {
        this.database = database;
        this.leaves = leaves;
        this.choices = choices;
        this.columns = columns.stream()
                .sorted(Comparator.comparingInt(AccountColumn::order))
                .toList();
    }

    public Optional<AccountCard> byCode(String code) {
        return database.sql("select a.id from accounts.pub_card a where a.code = :code")
                .param("code", code)
                .query(Long.class)
                .optional()
                .flatMap(this::byId);
    }

    /// The account that a part of an address means: the one of this very code, where there is one.
    Optional<AccountCard> byAddress(String part) {
        String meant = AccountAddress.codeOf(part);
        Optional<AccountCard> plain = byCode(part);
        return plain.isPresent() || meant.equals(part) ? plain : byCode(meant);
    }

    /// The account of an address. Throws where there is none, and where an old code leads elsewhere.
    public AccountCard at(String part) {
        return byAddress(part)
                .orElseThrow(() -> standingFor(part)
                        .<RuntimeException>map(AccountElsewhere::new)
                        .orElseGet(() -> new Problem.NotFound("account.unknown", part)));
    }

    /// The number of the account that a code leads to, be it seen by the reader or not: who names an
    /// account exactly may ask for it, and learns nothing of it by that.
    public Optional<Long> numberOf(String code) {
        return database.sql("select accounts.survivor_of(:code)")
                .param("code", code)
                .query((row, number) -> Optional.ofNullable(Sql.number(row, "survivor_of")))
                .optional()
                .flatMap(found -> found);
    }

    /// The account that an old code leads to: of one that was merged into it, or one that it goes by somewhere.
    Optional<AccountCard> standingFor(String part) {
        return numberOf(AccountAddress.codeOf(part)).flatMap(this::byId);
    }

    /// Names only, also while groups are out of order.
    List<String> names(List<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        database.sql("select a.id, a.name from accounts.account a where a.id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    names.put(row.getLong("id"), row.getString("name"));
                });
        return ids.stream().map(names::get).filter(Objects::nonNull).toList();
    }

    public Optional<AccountCard> byId(long id) {
        return byIds(List.of(id)).stream().findFirst();
    }

    /// The accounts of these ids that the reader may see, in the order of the ids.
    public List<AccountCard> byIds(Collection<Long> ids) {
        Long[] wanted = ids.toArray(Long[]::new);
        Map<Long, Group> groups = groups(wanted);
        Map<Long, AccountCard> found = new HashMap<>();
        database.sql(CARDS)
                .param("ids", wanted)
                .query((row, number) -> card(row, groups.get(row.getLong("id"))))
                .list()
                .forEach(card -> found.put(card.id(), card));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    List<AccountColumn> columns() {
        return columns;
    }

    /// The ids of a page in order; one more than the page holds where there is a next one.
    List<Long> page(AccountListing listing) {
        return leaves.of(listing, order(listing.sortKey()));
    }

    long count(AccountFilter filter) {
        return leaves.count(filter);
    }

    AccountChoices choices() {
        return choices.all();
    }

    private AccountOrder order(String sort) {
        return AccountSort.of(sort)
                .map(AccountOrder::of)
                .or(() -> columns.stream()
                        .filter(column -> column.key().equals(sort))
                        .findFirst()
                        .map(AccountColumn::ordering)
                        .map(AccountOrder::of))
                .orElseThrow(() -> new Problem.Invalid("accounts.badSort", sort));
    }

    /// The root that controls an account through others or directly.
    private record Group(long id, String code, String name) {}

    /// The highest account above each that controls it and may be seen; accounts without one are not in it.
    private Map<Long, Group> groups(Long[] ids) {
        Map<Long, Group> groups = new HashMap<>();
        database.sql(GROUPS).param("ids", ids).query(row -> {
            groups.put(
                    row.getLong("account_id"),
                    new Group(row.getLong("id"), row.getString("code"), row.getString("name")));
        });
        return groups;
    }

    private static AccountCard card(ResultSet row, @Nullable Group group) throws SQLException {
        return new AccountCard(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                group == null ? row.getLong("id") : group.id(),
                group == null ? null : group.code(),
                group == null ? null : group.name(),
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

    /// The planner is not told how many: it would find its plan anew each time, which takes longer than the answer.
    private static final String CARDS = """
            select a.id, a.code, a.name, a.category, a.region, a.manager_code, m.name as manager_name,
                   m.user_id as manager_id, t.credit_limit, t.payment_term_days, a.opened_on, a.closed_on
            from accounts.account a
            left join accounts.terms t on t.account_id = a.id
            left join accounts.manager m on m.code = a.manager_code
            where a.id = any((select cast(:ids as bigint[]))::bigint[]) and not a.withdrawn
            """;

    /// Walks up along the links only, which are few beside the accounts.
    private static final String GROUPS = """
            with recursive up as (
                select l.child_id as account_id, l.parent_id as above, 1 as steps
                from accounts.parent_link l
                where l.child_id = any((select cast(:ids as bigint[]))::bigint[]) and (l.holding is null or l.holding > 50)
                  and l.valid_from <= (select identity.pub_today()) and l.valid_to > (select identity.pub_today())
                union all
                select u.account_id, l.parent_id, u.steps + 1
                from up u
                join accounts.parent_link l on l.child_id = u.above and (l.holding is null or l.holding > 50)
                 and l.valid_from <= (select identity.pub_today()) and l.valid_to > (select identity.pub_today()))
                cycle account_id, above set looped using way
            select distinct on (u.account_id) u.account_id, a.id, a.code, a.name
            from up u
            join accounts.account a on a.id = u.above and not a.withdrawn
            where not u.looped
            order by u.account_id, u.steps desc
            """;
}
