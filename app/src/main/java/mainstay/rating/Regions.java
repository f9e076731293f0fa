package mainstay.rating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import mainstay.rating.key.KeyStatus;
import mainstay.rating.key.Leg;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The regions within which the key-account rule was run, and who stands how in them.
@Repository
@Transactional(readOnly = true)
class Regions {
    private static final String SUMMARIES = """
            with status as (
                select region, count(*) filter (where status = 'key') as key,
                       count(*) filter (where status = 'provisional') as provisional,
                       count(*) filter (where status = 'nearMiss') as near_miss,
                       count(*) filter (where status = 'potential') as potential
                from rating.verdict v
                where scope = :scope and region <> ''
                  and exists (select 1 from accounts.pub_card a where a.id = v.account_id)
                group by region)
            select coalesce(r.region, s.region) as region, r.accounts, r.revenue, coalesce(s.key, 0)::integer as key,
                   coalesce(s.provisional, 0)::integer as provisional, coalesce(s.near_miss, 0)::integer as near_miss,
                   coalesce(s.potential, 0)::integer as potential
            from (select * from rating.region where scope = :scope) r full join status s on s.region = r.region
            """;

    private final JdbcClient jdbc;

    Regions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The largest first.
    public List<RegionSummary> all(boolean group) {
        return jdbc.sql(SUMMARIES + "order by r.revenue desc nulls last, 1")
                .param("scope", Within.firm(group).scope())
                .query(RecordRows.of(RegionSummary.class))
                .list();
    }

    public Optional<RegionSummary> named(boolean group, String region) {
        return jdbc.sql(SUMMARIES + "where coalesce(r.region, s.region) = :region")
                .param("scope", Within.firm(group).scope())
                .param("region", region)
                .query(RecordRows.of(RegionSummary.class))
                .optional();
    }

    /// Where an account, or the group it leads, is key, near or potential; where it sells most first.
    public List<RegionStanding> of(String scope, long account) {
        return jdbc.sql("""
                select v.region, v.status, v.share_leg, v.credit_leg, v.philosophy_leg, v.rank,
                       case when r.region is not null then v.share end as share, v.revenue, r.accounts,
                       r.revenue as total
                from rating.verdict v left join rating.region r on r.scope = v.scope and r.region = v.region
                where v.scope = :scope and v.account_id = :account and v.region <> ''
                order by v.revenue desc, v.region
                """)
                .param("scope", scope)
                .param("account", account)
                .query(Regions::standing)
                .list();
    }

    private static RegionStanding standing(ResultSet row, int number) throws SQLException {
        return new RegionStanding(
                row.getString("region"),
                KeyStatus.of(row.getString("status")),
                Leg.of(row.getString("share_leg")),
                Leg.of(row.getString("credit_leg")),
                Leg.of(row.getString("philosophy_leg")),
                row.getInt("rank"),
                row.getObject("share", Double.class),
                row.getLong("revenue"),
                row.getObject("accounts", Integer.class),
                Sql.number(row, "total"));
    }
}
