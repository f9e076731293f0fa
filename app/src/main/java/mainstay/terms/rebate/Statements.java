package mainstay.terms.rebate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mainstay.shared.Problem;
import mainstay.terms.rebate.Bookings.Diversion;
import mainstay.terms.rebate.Statement.Month;
import mainstay.terms.rebate.Statement.Proposal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Makes statements.
@Service
@Transactional(readOnly = true)
class Statements {

    private final Rebates rebates;
    private final Ladders ladders;
    private final Bookings bookings;
    private final AccrualRuns runs;
    private final JdbcClient database;

    Statements(Rebates rebates, Ladders ladders, Bookings bookings, AccrualRuns runs, JdbcClient database) {
        this.rebates = rebates;
        this.ladders = ladders;
        this.bookings = bookings;
        this.runs = runs;
        this.database = database;
    }

    Statement of(long account, long ladder, LocalDate from) {
        Rebate rebate =
                rebates.of(account, ladder, from).orElseThrow(() -> new Problem.NotFound("rebate.unknownStatement"));
        Ladder version = ladders.of(rebate);
        return new Statement(
                rebate,
                version.rule(),
                version.categories(),
                rebate.withheld() ? List.of() : months(rebate, version),
                rebate.withheld() ? List.of() : bookings.of(rebate),
                rebate.withheld() ? List.of() : proposals(rebate, version.rule()),
                runs.asOf());
    }

    private record Sold(LocalDate month, long revenue, long before, long mixed) {}

    private List<Month> months(Rebate rebate, Ladder version) {
        List<Month> months = new ArrayList<>();
        long revenue = 0;
        long before = 0;
        long mixed = 0;
        Long former = 0L;
        for (Sold sold : sold(rebate, version.categories())) {
            revenue += sold.revenue();
            before += sold.before();
            mixed += sold.mixed();
            long measured = version.rule().basis() == Basis.MIX ? mixed : revenue;
            Long reference = reference(version.rule().basis(), revenue, before);
            Long earned = earned(rebate, version.rule(), measured, reference);
            months.add(new Month(
                    sold.month(),
                    until(rebate, sold.month()),
                    version.rule().basis() == Basis.MIX ? sold.mixed() : sold.revenue(),
                    measured,
                    reference,
                    earned,
                    earned == null || former == null ? null : Long.valueOf(earned - former)));
            former = earned;
        }
        return months;
    }

    /// The ledger's last day, where it lies within the month.
    private @Nullable LocalDate until(Rebate rebate, LocalDate month) {
        LocalDate asOf = runs.asOf();
        LocalDate end = month.plusMonths(1).minusDays(1);
        return asOf != null && asOf.isBefore(end) && asOf.isBefore(rebate.countsTo()) ? asOf : null;
    }

    private static @Nullable Long earned(Rebate rebate, LadderRule rule, long measured, @Nullable Long reference) {
        if (rebate.earned() == null) {
            return null;
        }
        return rebate.isVoid() ? Long.valueOf(0) : rule.earned(measured, reference);
    }

    private static @Nullable Long reference(Basis basis, long revenue, long before) {
        return switch (basis) {
            case REVENUE -> null;
            case GROWTH -> before > 0 ? before : null;
            case MIX -> revenue;
        };
    }

    /// Whose purchases count is the group of the day up to which the ledger was counted, as in the
    /// accruals. The year before is cut at the day up to which the ledger reaches, as it is in the
    /// accruals.
    private List<Sold> sold(Rebate rebate, List<String> categories) {
        LocalDate asOf = Objects.requireNonNullElse(runs.asOf(), rebate.countsTo());
        LocalDate last = asOf.isBefore(rebate.countsTo()) ? asOf : rebate.countsTo();
        return database.sql("""
                        with party as materialized (select b.account_id from terms.bought_by(:account, :group, :asOf) b),
                        month as (select m::date as month from generate_series(cast(:from as date)::timestamp, cast(:to as date)::timestamp, '1 month') m),
                        sold as (
                            select date_trunc('month', d.day::timestamp)::date as month, sum(d.net_amount) as amount
                            from ledger.pub_account_day d join party using (account_id) where d.day between :from and :to group by 1),
                        before as (
                            select (date_trunc('month', d.day::timestamp) + interval '1 year')::date as month, sum(d.net_amount) as amount
                            from ledger.pub_account_day d join party using (account_id)
                            where d.day between (cast(:from as date) - interval '1 year') and (cast(:to as date) - interval '1 year')
                            group by 1),
                        mixed as (
                            select date_trunc('month', s.date::timestamp)::date as month, sum(s.amount) as amount
                            from ledger.pub_sales_line s join party using (account_id)
                            where cardinality(cast(:categories as text[])) > 0 and s.date between :from and :to
                              and s.category = any (cast(:categories as text[])) group by 1)
                        select m.month, coalesce(s.amount, 0)::bigint as revenue, coalesce(b.amount, 0)::bigint as before,
                               coalesce(x.amount, 0)::bigint as mixed
                        from month m left join sold s using (month) left join before b using (month) left join mixed x using (month)
                        order by 1
                        """)
                .param("account", rebate.accountId())
                .param("group", rebate.wholeGroup())
                .param("from", rebate.countsFrom())
                .param("to", last)
                .param("asOf", asOf)
                .param("categories", categories.toArray(String[]::new))
                .query((row, number) -> new Sold(
                        row.getObject("month", LocalDate.class),
                        row.getLong("revenue"),
                        row.getLong("before"),
                        row.getLong("mixed")))
                .list();
    }

    private List<Proposal> proposals(Rebate rebate, LadderRule rule) {
        List<Diversion> confirmed = bookings.diversions(rebate, false);
        return confirmed.stream()
                .filter(diversion -> !diversion.taken())
                .map(diversion -> new Proposal(
                        diversion.id(),
                        diversion.from(),
                        diversion.to(),
                        diversion.money(),
                        ClawBack.most(rebate, rule, diversion, confirmed)))
                .toList();
    }
}
