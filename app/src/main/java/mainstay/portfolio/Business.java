package mainstay.portfolio;

import java.time.LocalDate;
import java.util.List;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The sales of one account, or of the group that it leads: by month, category, region and member, down to
/// the lines.
@Service
@Transactional(readOnly = true)
class Business {
    private static final RowMapper<Month> MONTH = RecordRows.of(Month.class);
    private static final RowMapper<Slice> SLICE = RecordRows.of(Slice.class);
    private static final RowMapper<SoldLine> LINE = RecordRows.of(SoldLine.class);
    private static final int MONTHS = 24;
    private static final String ALONE = ":account";
    private static final String MEMBERS =
            "(select r.account_id from accounts.pub_root(:asOf) r where r.root_id = :account)";

    private final JdbcClient jdbc;
    private final SalesTotals totals;
    private final StandingTable standings;

    Business(JdbcClient jdbc, SalesTotals totals, StandingTable standings) {
        this.jdbc = jdbc;
        this.totals = totals;
        this.standings = standings;
    }

    /// @param asGroup true shows who leads a group together with those under its control
    BusinessView of(long account, boolean asGroup) {
        LocalDate asOf = totals.state().to();
        if (asOf == null) {
            return BusinessView.EMPTY;
        }
        Standing group = standings.ofGroup(account).orElse(null);
        Question question = new Question(account, asOf, asGroup && group != null);
        return new BusinessView(
                asOf,
                question.group(),
                question.group() ? group : standings.of(account).orElse(null),
                group,
                months(question),
                slices(question, "category"),
                slices(question, "region"),
                question.group() ? members(question) : List.of(),
                lines(question));
    }

    List<Month> months(long account, boolean asGroup) {
        LocalDate asOf = totals.state().to();
        return asOf == null
                ? List.of()
                : months(new Question(
                        account, asOf, asGroup && standings.ofGroup(account).isPresent()));
    }

    /// Whose sales up to which day.
    private record Question(long account, LocalDate asOf, boolean group) {
        String accounts() {
            return group ? MEMBERS : "(" + ALONE + ")";
        }
    }

    private JdbcClient.StatementSpec ask(Question question, String sql) {
        return jdbc.sql(sql).param("account", question.account()).param("asOf", question.asOf());
    }

    private List<Month> months(Question question) {
        return ask(question, """
                select g.month::date as month, coalesce(sum(m.net_amount), 0)::bigint as revenue,
                       case when sum(m.net_known_lines) > 0
                            then sum(m.net_known_amount - m.net_cost)::bigint end as profit,
                       coalesce(sum(m.documents), 0)::bigint as orders
                from generate_series(date_trunc('month', cast(:asOf as date)) - make_interval(months => :months - 1),
                                     date_trunc('month', cast(:asOf as date)), interval '1 month') g(month)
                left join ledger.pub_account_month m on m.month = g.month::date and m.account_id in %s
                group by 1 order by 1
                """.formatted(question.accounts()))
                .param("months", MONTHS)
                .query(MONTH)
                .list();
    }

    private List<Slice> slices(Question question, String column) {
        return ask(question, """
                select coalesce(l.%s, '') as name, null as code,
                       coalesce(sum(l.amount) filter (where l.date > :yearAgo), 0)::bigint as revenue,
                       coalesce(sum(l.amount) filter (where l.date <= :yearAgo), 0)::bigint as previous
                from ledger.pub_sales_line l
                where l.account_id in %s and l.date > :twoYearsAgo and l.date <= :asOf
                group by 1 order by 3 desc, 1 limit 12
                """.formatted(column, question.accounts()))
                .param("yearAgo", question.asOf().minusYears(1))
                .param("twoYearsAgo", question.asOf().minusYears(2))
                .query(SLICE)
                .list();
    }

    private List<Slice> members(Question question) {
        return ask(question, """
                select a.name, a.code, s.revenue, coalesce(s.previous_revenue, 0) as previous
                from portfolio.standing s join accounts.pub_account a on a.id = s.account_id
                where s.scope = 'account' and s.account_id in %s
                order by s.revenue desc, a.code limit 50
                """.formatted(question.accounts())).query(SLICE).list();
    }

    private List<SoldLine> lines(Question question) {
        return ask(question, """
                select l.date, l.document, coalesce(l.product_name, l.product, '') as product, l.quantity, l.amount,
                       a.code, a.name
                from ledger.pub_sales_line l join accounts.pub_account a on a.id = l.account_id
                where l.account_id in %s and l.date > :yearAgo and l.date <= :asOf
                order by l.date desc, l.document desc, l.line limit 25
                """.formatted(question.accounts()))
                .param("yearAgo", question.asOf().minusYears(1))
                .query(LINE)
                .list();
    }
}
