package mainstay.rating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mainstay.rating.key.KeyStatus;
import mainstay.rating.key.Leg;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who is a key account, who nearly is, who could become one.
@Service
@Transactional(readOnly = true)
public class KeyAccounts {
    /// Which ones, before anything is looked up beside them.
    private static final String FOUND = """
            with found as materialized (
                select v.*, a.code, a.name, a.manager_name, p.from_day as appointed_on
                from rating.verdict v
                join accounts.pub_account a on a.id = v.account_id
                left join rating.pub_appointment p on p.account_id = v.account_id
                where v.scope = :scope and v.region = :region
            """;

    /// The head of the group is looked up first: a function in the join itself would be kept from the index by the
    /// policies, and all accounts read.
    private static final String BESIDE = """
            ), placed as materialized (
                select v.*, c.rating_id, case when not c.hollow then c.stars end as solid_stars,
                       accounts.pub_group_of(v.account_id, c.as_of) as head_id
                from found v left join rating.current c on c.scope = v.scope and c.account_id = v.account_id)
            select v.code, v.name, g.name as group_name, v.manager_name, v.region, v.appointed_on,
                   v.status, v.share_leg, v.credit_leg, v.philosophy_leg, v.rank, v.revenue, v.expected,
                   case when v.region = '' or exists (select 1 from rating.region t where t.scope = v.scope and t.region = v.region)
                        then v.share end as share,
                   v.payment_health, v.philosophy, v.solid_stars as stars, r.score, r.coverage,
                   array(select k.region from rating.verdict k
                         where k.scope = v.scope and k.account_id = v.account_id and k.region <> ''
                           and k.status in ('key', 'provisional')
                         order by k.region) as regions
            from placed v
            left join rating.rating r on r.id = v.rating_id
            left join accounts.pub_account g on g.id = v.head_id
            order by v.revenue desc, v.code
            """;

    private static final String COUNT = """
            select count(*) from rating.verdict v
            join accounts.pub_account a on a.id = v.account_id
            left join rating.pub_appointment p on p.account_id = v.account_id
            where v.scope = :scope and v.region = :region
            """;

    private static final String WITH_STATUS = """
              and v.status = any(:statuses)
            """;

    private static final String REGIONAL_ONLY = """
              and v.status not in ('key', 'provisional')
              and v.account_id in (select k.account_id from rating.verdict k
                                   where k.scope = :scope and k.region <> '' and k.status in ('key', 'provisional'))
            """;

    private static final String APPOINTED = """
              and p.from_day is not null
            """;

    /// Of the group that an account leads the rule speaks elsewhere, and of one that never bought anything not at all.
    private static final String UNJUDGED = """
            from rating.pub_appointment p
            join accounts.pub_account a on a.id = p.account_id
            left join rating.verdict v on v.account_id = a.id and v.scope = 'account' and v.region = :region
            where not exists (select 1 from rating.verdict o
                              where o.account_id = a.id and o.scope = :scope and o.region = :region)
            """;

    private static final String FOUND_UNJUDGED = """
            with found as materialized (
                select 'account' as scope, '' as region, a.id as account_id, coalesce(v.status, 'none') as status,
                       coalesce(v.share_leg, 'open') as share_leg, coalesce(v.credit_leg, 'open') as credit_leg,
                       coalesce(v.philosophy_leg, 'open') as philosophy_leg, coalesce(v.rank, 0) as rank, v.share,
                       coalesce(v.revenue, 0) as revenue, v.expected, v.payment_health, v.philosophy,
                       a.code, a.name, a.manager_name, p.from_day as appointed_on
            """ + UNJUDGED;

    /// The number stands in the text, where the planner can count on it.
    private static final String LARGEST = """
            order by v.revenue desc, a.code limit %d
            """;

    private final JdbcClient jdbc;

    KeyAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Key and provisional ones, the largest first.
    public List<KeyAccount> key(boolean group) {
        return key(Within.firm(group));
    }

    List<KeyAccount> key(Within within) {
        return with(within, 1_000, KeyStatus.KEY, KeyStatus.PROVISIONAL);
    }

    List<KeyAccount> with(Within within, int most, KeyStatus... statuses) {
        return about(within, FOUND + WITH_STATUS + LARGEST.formatted(most) + BESIDE)
                .param("statuses", codes(statuses))
                .query(KeyAccounts::keyAccount)
                .list();
    }

    int count(Within within, KeyStatus... statuses) {
        return about(within, COUNT + WITH_STATUS)
                .param("statuses", codes(statuses))
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec about(Within within, String sql) {
        return jdbc.sql(sql).param("scope", within.scope()).param("region", within.region());
    }

    private static String[] codes(KeyStatus... statuses) {
        return Arrays.stream(statuses).map(KeyStatus::code).toArray(String[]::new);
    }

    /// Accounts that are key to a region without being key to the firm, the largest first.
    List<KeyAccount> regional(boolean group, int most) {
        return some(group, REGIONAL_ONLY, most);
    }

    int countRegional(boolean group) {
        return count(group, REGIONAL_ONLY);
    }

    /// Accounts that somebody made key accounts, whatever the rule says of them, the largest first.
    List<KeyAccount> appointed(boolean group, int most) {
        return some(group, APPOINTED, most);
    }

    int countAppointed(boolean group) {
        return count(group, APPOINTED) + countAppointedUnjudged(group);
    }

    /// Those of whom the rule says nothing here: accounts under others, where groups count as one, and
    /// accounts that never bought anything, which have no rank.
    List<KeyAccount> appointedUnjudged(boolean group, int most) {
        return about(
                        Within.firm(group),
                        FOUND_UNJUDGED + " order by coalesce(v.revenue, 0) desc, a.code limit " + most + BESIDE)
                .query(KeyAccounts::keyAccount)
                .list();
    }

    private int countAppointedUnjudged(boolean group) {
        return about(Within.firm(group), "select count(*) " + UNJUDGED)
                .query(Integer.class)
                .single();
    }

    private List<KeyAccount> some(boolean group, String which, int most) {
        return about(Within.firm(group), FOUND + which + LARGEST.formatted(most) + BESIDE)
                .query(KeyAccounts::keyAccount)
                .list();
    }

    private int count(boolean group, String which) {
        return about(Within.firm(group), COUNT + which).query(Integer.class).single();
    }

    /// Whether other accounts stand under this one's control.
    boolean leadsGroup(long account) {
        return jdbc.sql("""
                select count(*) > 1 from accounts.pub_members(:account, (select max(c.as_of) from rating.current c)) m
                """).param("account", account).query(Boolean.class).single();
    }

    /// What the rule says of one account, or of the group that it leads.
    public Optional<KeyAccount> of(String scope, long account) {
        return about(new Within(scope, ""), FOUND + " and v.account_id = :account" + BESIDE)
                .param("account", account)
                .query(KeyAccounts::keyAccount)
                .optional();
    }

    /// How many of all accounts pass the share leg, and what they make together.
    ///
    /// @param share of all sales; null where none passes
    record Circle(int inside, int accounts, @Nullable Double share) {}

    Circle circle(boolean group) {
        return about(Within.firm(group), """
                select count(*) filter (where share_leg = 'pass') as inside, count(*) as accounts,
                       sum(share) filter (where share_leg = 'pass') as share
                from rating.verdict where scope = :scope and region = :region
                """)
                .query((row, number) -> new Circle(row.getInt("inside"), row.getInt("accounts"), decimal(row, "share")))
                .single();
    }

    private static KeyAccount keyAccount(ResultSet row, int number) throws SQLException {
        return new KeyAccount(
                row.getString("code"),
                row.getString("name"),
                row.getString("group_name"),
                row.getString("manager_name"),
                KeyStatus.of(row.getString("status")),
                Leg.of(row.getString("share_leg")),
                Leg.of(row.getString("credit_leg")),
                Leg.of(row.getString("philosophy_leg")),
                row.getInt("rank"),
                decimal(row, "share"),
                row.getLong("revenue"),
                Sql.number(row, "expected"),
                decimal(row, "payment_health"),
                decimal(row, "philosophy"),
                row.getObject("stars", Integer.class),
                decimal(row, "score"),
                decimal(row, "coverage"),
                List.of((String[]) row.getArray("regions").getArray()),
                row.getString("region"),
                Sql.date(row, "appointed_on"));
    }

    private static @Nullable Double decimal(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Double.class);
    }
}
