package mainstay.rating;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /// @param revenue by region and account, with four decimals
    record Sales(Map<String, Map<Long, Long>> revenue) {

        /// The same with accounts under common control as one.
        ///
        /// @param roots the controlling root of each account that is in a group
        Sales grouped(Map<Long, Long> roots) {
            Map<String, Map<Long, Long>> grouped = new TreeMap<>();
            revenue.forEach((region, accounts) ->
                    accounts.forEach((account, sold) -> grouped.computeIfAbsent(region, any -> new HashMap<>())
                            .merge(roots.getOrDefault(account, account), sold, Long::sum)));
            return new Sales(grouped);
        }

        /// Regions with enough accounts to speak of concentration.
        Map<String, List<Sold>> ofRegions(int atLeast) {
            Map<String, List<Sold>> regions = new TreeMap<>();
            revenue.forEach((region, accounts) -> {
                if (accounts.size() >= atLeast) {
                    regions.put(
                            region,
                            accounts.entrySet().stream()
                                    .map(sold -> new Sold(sold.getKey(), sold.getValue()))
                                    .toList());
                }
            });
            return regions;
        }
    }

    Sales until(LocalDate asOf) {
        Map<String, Map<Long, Long>> revenue = new TreeMap<>();
        jdbc.sql("""
                select coalesce(nullif(s.region, ''), nullif(a.region, '')) as region, s.account_id as account, s.revenue
                from (select account_id, region, sum(amount)::bigint as revenue
                      from ledger.pub_sales_line
                      where date between :from and :asOf and amount is not null
                      group by 1, 2) s
                join accounts.pub_card a on a.id = s.account_id
                where coalesce(nullif(s.region, ''), nullif(a.region, '')) is not null
                """)
                .param("from", asOf.minusYears(1).plusDays(1))
                .param("asOf", asOf)
                .query(row -> {
                    revenue.computeIfAbsent(row.getString("region"), region -> new HashMap<>())
                            .merge(row.getLong("account"), row.getLong("revenue"), Long::sum);
                });
        return new Sales(revenue);
    }
}
