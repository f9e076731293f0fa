package mainstay.portfolio;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The sales of one account: by month, by category, by region.
@Service
@Transactional(readOnly = true)
class Business {
    private static final RowMapper<Month> MONTH = DataClassRowMapper.newInstance(Month.class);
    private static final RowMapper<Slice> SLICE = DataClassRowMapper.newInstance(Slice.class);
    private static final int MONTHS = 24;

    private final JdbcClient jdbc;
    private final SalesTotals totals;
    private final StandingTable standings;

    Business(JdbcClient jdbc, SalesTotals totals, StandingTable standings) {
        this.jdbc = jdbc;
        this.totals = totals;
        this.standings = standings;
    }

    BusinessView of(long account) {
        LocalDate asOf = totals.state().to();
        return asOf == null
                ? new BusinessView(null, null, null, List.of(), List.of(), List.of())
                : new BusinessView(
                        asOf,
                        standings.of(account).orElse(null),
                        standings.ofGroup(account).orElse(null),
                        months(account, asOf),
                        slices(account, asOf, "category"),
                        slices(account, asOf, "region"));
    }

    List<Month> months(long account, LocalDate asOf) {
        return jdbc.sql("""
                select g.month::date as month, coalesce(sum(m.net_amount), 0)::bigint as revenue,
                       case when sum(m.net_known_lines) > 0
                            then sum(m.net_known_amount - m.net_cost)::bigint end as profit,
                       coalesce(sum(m.documents), 0)::bigint as orders
                from generate_series(date_trunc('month', cast(:asOf as date)) - make_interval(months => :months - 1),
                                     date_trunc('month', cast(:asOf as date)), interval '1 month') g(month)
                left join ledger.pub_account_month m on m.month = g.month::date and m.account_id = :account
                group by 1 order by 1
                """)
                .param("account", account)
                .param("asOf", asOf)
                .param("months", MONTHS)
                .query(MONTH)
                .list();
    }

    private List<Slice> slices(long account, LocalDate asOf, String column) {
        return jdbc.sql("""
                select coalesce(nullif(l.%s, ''), '') as name,
                       coalesce(sum(l.amount) filter (where l.date > :yearAgo), 0)::bigint as revenue,
                       coalesce(sum(l.amount) filter (where l.date <= :yearAgo), 0)::bigint as previous
                from ledger.pub_sales_line l
                where l.account_id = :account and l.date > :twoYearsAgo and l.date <= :asOf
                group by 1 order by 2 desc, 1 limit 12
                """.formatted(column))
                .param("account", account)
                .param("asOf", asOf)
                .param("yearAgo", asOf.minusYears(1))
                .param("twoYearsAgo", asOf.minusYears(2))
                .query(SLICE)
                .list();
    }
}
