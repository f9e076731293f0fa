package mainstay.rating;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Trailing twelve months by region: where the goods went, or where the account sits when the lines do not
/// say.
@Repository
class RegionalSales {
    private final JdbcClient jdbc;

    RegionalSales(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Sold(long account, long revenue) {}

    /// Regions with enough accounts to speak of concentration.
    Map<String, List<Sold>> byRegion(LocalDate asOf, boolean group, int atLeast) {
        String party = group ? "coalesce(t.root_id, s.account_id)" : "s.account_id";
        String roots = group ? "left join accounts.pub_root(:asOf) t on t.account_id = s.account_id" : "";
        Map<String, List<Sold>> regions = new TreeMap<>();
        RowCallbackHandler collect =
                row -> regions.computeIfAbsent(row.getString("region"), region -> new java.util.ArrayList<>())
                        .add(new Sold(row.getLong("account"), row.getLong("revenue")));
        jdbc.sql("""
                select coalesce(nullif(s.region, ''), nullif(a.region, '')) as region, %s as account, sum(s.amount)::bigint as revenue
                from ledger.pub_sales_line s join accounts.pub_account a on a.id = s.account_id %s
                where s.date between :from and :asOf and s.amount is not null
                  and coalesce(nullif(s.region, ''), nullif(a.region, '')) is not null
                group by 1, 2
                """.formatted(party, roots))
                .param("from", asOf.minusYears(1).plusDays(1))
                .param("asOf", asOf)
                .query(collect);
        regions.values().removeIf(sold -> sold.size() < atLeast);
        return regions;
    }
}
