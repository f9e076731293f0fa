package mainstay.terms.rebate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mainstay.identity.FirmDesk;
import mainstay.shared.Money;
import mainstay.shared.RecordRows;
import mainstay.terms.rebate.Incentive.OfStep;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Tests a ladder on what accounts bought in the last three years, whether or not it was in force then. Each account
/// that stood a little below a step two weeks before the end of a period either crossed it or did not; how many do so
/// without a step is seen at amounts where there is none. For growth and mix only the jump is told.
@Repository
@Transactional(readOnly = true)
class Incentives {

    private final JdbcClient database;
    private final AccrualRuns runs;
    private final FirmDesk firm;

    Incentives(JdbcClient database, AccrualRuns runs, FirmDesk firm) {
        this.database = database;
        this.runs = runs;
        this.firm = firm;
    }

    /// @param placebo whether there is no step at this amount
    record Crossing(long amount, boolean placebo, int tempted, int near, int crossed, long ahead) {}

    Incentive of(Ladder ladder) {
        List<LadderStep> steps = ladder.rule().steps();
        LocalDate asOf = runs.reach().to();
        List<Crossing> seen =
                ladder.rule().basis() == Basis.REVENUE && asOf != null ? crossings(ladder, asOf) : List.of();
        int near = 0;
        int crossed = 0;
        for (Crossing one : seen) {
            near += one.placebo() ? one.near() : 0;
            crossed += one.placebo() ? one.crossed() : 0;
        }
        double usual = (crossed + 1.0) / (near + 2.0);
        List<OfStep> told = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            told.add(told(ladder.rule(), i, seen, near < OfStep.ENOUGH ? null : usual));
        }
        return new Incentive(told);
    }

    private static OfStep told(LadderRule rule, int index, List<Crossing> seen, @Nullable Double usual) {
        LadderStep step = rule.steps().get(index);
        BigDecimal before =
                index == 0 ? BigDecimal.ZERO : rule.steps().get(index - 1).rate();
        Long jump = rule.basis() != Basis.REVENUE
                ? null
                : rule.spread() == Spread.ABOVE
                        ? Long.valueOf(0)
                        : Long.valueOf(
                                Money.of(step.threshold().multiply(step.rate().subtract(before)))
                                        .tenThousandths());
        Crossing own = seen.stream()
                .filter(one -> !one.placebo() && one.amount() == step.money())
                .findFirst()
                .orElseGet(() -> new Crossing(0, false, 0, 0, 0, 0));
        return new OfStep(
                index + 1,
                step.money(),
                jump,
                own.tempted(),
                own.near(),
                own.crossed(),
                usual == null ? 0 : own.near() * usual,
                usual == null ? null : Double.valueOf(Binomial.atLeast(own.crossed(), own.near(), usual)),
                own.ahead());
    }

    private List<Crossing> crossings(Ladder ladder, LocalDate asOf) {
        return database.sql(CROSSINGS)
                .param("asOf", asOf)
                .param("months", ladder.cycle().months())
                .param("fiscal", firm.settings().fiscalYearStart())
                .param(
                        "steps",
                        ladder.rule().steps().stream()
                                .map(LadderStep::money)
                                .filter(amount -> amount > 0)
                                .toArray(Long[]::new))
                .query(RecordRows.of(Crossing.class))
                .list();
    }

    /// Amounts without a step lie at 65, 80, 125 and 150 % of each step, where no other step is within 15 %.
    private static final String CROSSINGS = """
            with period as materialized (
                select p.day::date as first, (p.day + make_interval(months => :months) - interval '1 day')::date as last
                from generate_series(
                    terms.period_start((cast(:asOf as date) - interval '3 years')::date, :months, :fiscal)::timestamp,
                    cast(:asOf as date)::timestamp, make_interval(months => :months)) p(day)
                where (p.day + make_interval(months => :months) - interval '1 day')::date <= :asOf),
            bought as materialized (
                select d.account_id, p.first, p.last, sum(d.net_amount)::bigint as whole,
                       coalesce(sum(d.net_amount) filter (where d.day <= p.last - 14), 0)::bigint as early
                from period p join ledger.pub_account_day d on d.day between p.first and p.last
                where d.account_id is not null
                group by 1, 2, 3),
            step as (select unnest(cast(:steps as bigint[])) as amount),
            asked as (
                select amount, false as placebo from step
                union
                select (s.amount * f.part / 100)::bigint, true
                from step s cross join (values (65), (80), (125), (150)) f(part)
                where not exists (select 1 from step o
                                  where s.amount * f.part / 100 between o.amount * 85 / 100 and o.amount * 115 / 100))
            select a.amount, a.placebo,
                   count(b.*) filter (where b.last = (select max(last) from period)
                                        and b.whole >= a.amount * 9 / 10 and b.whole < a.amount)::integer as tempted,
                   count(b.*) filter (where b.early >= a.amount * 9 / 10 and b.early < a.amount)::integer as near,
                   count(b.*) filter (where b.early >= a.amount * 9 / 10 and b.early < a.amount and b.whole >= a.amount)::integer
                       as crossed,
                   coalesce(sum(greatest(b.whole - b.early - b.early * 14 / (b.last - b.first - 13), 0))
                            filter (where b.early >= a.amount * 9 / 10 and b.early < a.amount and b.whole >= a.amount), 0)::bigint
                       as ahead
            from asked a left join bought b on b.whole >= a.amount * 9 / 10
            group by 1, 2
            """;
}
