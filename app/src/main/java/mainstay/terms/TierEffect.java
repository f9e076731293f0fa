package mainstay.terms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mainstay.identity.FirmDesk;
import mainstay.rating.MeasureEffect;
import mainstay.shared.Money;
import mainstay.shared.Sql;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What other stars would change in limits, payment terms and service. What is agreed with an account, or
/// imported as agreed, stays as it is.
@Repository
class TierEffect implements MeasureEffect {

    private final JdbcClient database;
    private final FirmDesk firm;

    TierEffect(JdbcClient database, FirmDesk firm) {
        this.database = database;
        this.firm = firm;
    }

    private record Sums(
            long limits,
            @Nullable Long limitBefore,
            @Nullable Long limitAfter,
            long limitsNew,
            @Nullable Long limitNew,
            long limitsLost,
            @Nullable Long limitLost,
            long terms,
            @Nullable BigDecimal daysBefore,
            @Nullable BigDecimal daysAfter,
            long termsNew,
            @Nullable BigDecimal daysNew,
            long termsLost,
            @Nullable BigDecimal daysLost,
            BigDecimal hoursBefore,
            BigDecimal hoursAfter,
            long greenBefore,
            long greenAfter) {}

    @Override
    public List<Text> of(Map<Long, Move> moves) {
        if (moves.isEmpty()) {
            return List.of();
        }
        List<Long> accounts = List.copyOf(moves.keySet());
        Sums sums = database.sql(SUMS)
                .param("accounts", accounts.toArray(Long[]::new))
                .param("from", stars(accounts, moves, true))
                .param("to", stars(accounts, moves, false))
                .param("fiscal", firm.settings().fiscalYearStart())
                .query((row, number) -> new Sums(
                        row.getLong("limits"),
                        Sql.number(row, "limit_before"),
                        Sql.number(row, "limit_after"),
                        row.getLong("limits_new"),
                        Sql.number(row, "limit_new"),
                        row.getLong("limits_lost"),
                        Sql.number(row, "limit_lost"),
                        row.getLong("terms"),
                        row.getBigDecimal("days_before"),
                        row.getBigDecimal("days_after"),
                        row.getLong("terms_new"),
                        row.getBigDecimal("days_new"),
                        row.getLong("terms_lost"),
                        row.getBigDecimal("days_lost"),
                        row.getBigDecimal("hours_before"),
                        row.getBigDecimal("hours_after"),
                        row.getLong("green_before"),
                        row.getLong("green_after")))
                .single();
        return sentences(sums);
    }

    private static Integer[] stars(List<Long> accounts, Map<Long, Move> moves, boolean before) {
        return accounts.stream()
                .map(account -> {
                    Move move = moves.getOrDefault(account, new Move(0, 0));
                    return before ? move.from() : move.to();
                })
                .toArray(Integer[]::new);
    }

    private static List<Text> sentences(Sums sums) {
        List<Text> told = new ArrayList<>();
        limits(sums, told);
        terms(sums, told);
        if (sums.hoursBefore().compareTo(sums.hoursAfter()) != 0) {
            told.add(Text.of("effect.guidance", sums.hoursAfter(), sums.hoursBefore()));
        }
        if (sums.greenBefore() != sums.greenAfter()) {
            told.add(Text.of("effect.green", sums.greenAfter(), sums.greenBefore()));
        }
        return told;
    }

    /// Days that are known before and after are compared; where there are none on one side, that is said by itself.
    private static void terms(Sums sums, List<Text> told) {
        BigDecimal before = sums.daysBefore();
        BigDecimal after = sums.daysAfter();
        if (sums.terms() > 0 && before != null && after != null) {
            told.add(
                    after.compareTo(before) == 0
                            ? Text.of("effect.termsSame", sums.terms(), after)
                            : Text.of("effect.terms", sums.terms(), after, before));
        }
        if (sums.daysNew() != null) {
            told.add(Text.of("effect.termsNew", sums.termsNew(), sums.daysNew()));
        }
        if (sums.daysLost() != null) {
            told.add(Text.of("effect.termsLost", sums.termsLost(), sums.daysLost()));
        }
    }

    /// Without a limit is not with one of nought: whoever gets one, even of nought, and whoever loses one is told
    /// apart.
    private static void limits(Sums sums, List<Text> told) {
        Long before = sums.limitBefore();
        Long after = sums.limitAfter();
        if (before != null && after != null) {
            told.add(
                    before.equals(after)
                            ? Text.of("effect.limitsSame", sums.limits(), units(after))
                            : Text.of("effect.limits", sums.limits(), units(after), units(before)));
        }
        if (sums.limitNew() != null) {
            told.add(
                    sums.limitNew() == 0
                            ? Text.of("effect.limitsNought", sums.limitsNew())
                            : Text.of("effect.limitsNew", sums.limitsNew(), units(sums.limitNew())));
        }
        if (sums.limitLost() != null) {
            told.add(Text.of("effect.limitsLost", sums.limitsLost(), units(sums.limitLost())));
        }
    }

    private static long units(long tenThousandths) {
        return new Money(tenThousandths).toUnits();
    }

    private static final String SUMS = """
            with move as materialized (
                select * from unnest(cast(:accounts as bigint[]), cast(:from as integer[]), cast(:to as integer[]))
                    as m (account_id, stars_from, stars_to)),
            tier as materialized (
                select m.* from terms.measure m where m.version = (select max(v.version) from terms.measure_version v)),
            sold as materialized (
                select d.account_id, round(sum(d.net_amount) / 12.0) as month
                from ledger.pub_account_day d cross join ledger.pub_state s
                where exists (select 1 from tier t where t.limit_rule = 'sales')
                  and d.account_id = any((select cast(:accounts as bigint[]))::bigint[])
                  and d.day <= s.data_to and d.day > s.data_to - interval '12 months'
                group by 1),
            earned as materialized (
                select r.account_id,
                       greatest(sum(r.balance), sum(coalesce(r.expected_balance, 0) + coalesce(r.to_come, 0)) filter (
                           where r.period_from >= terms.period_start(terms.counted_to(), 12, :fiscal)
                             and coalesce(r.expected_balance, r.to_come) is not null)) as rebate
                from terms.rebate r
                where exists (select 1 from tier t where t.limit_rule = 'rebate') and not r.confidential
                  and r.account_id = any((select cast(:accounts as bigint[]))::bigint[])
                group by 1),
            side as (
                select v.account_id, v.is_after, t.guidance_hours, t.service_level,
                       case when l.id is null and a.credit_limit is null then
                           case when t.limit_rule = 'fixed' then t.limit_amount
                                when t.limit_rule = 'sales' and s.month is not null
                                    then round(greatest(s.month, 0) * t.limit_factor)::bigint
                                when t.limit_rule = 'rebate' and e.rebate is not null
                                    then round(greatest(e.rebate, 0) * t.limit_factor)::bigint end end as credit,
                       case when d.id is null and a.payment_term_days is null then t.payment_term_days end as days,
                       g.id as guided, w.id as served
                from (select account_id, stars_from as stars, false as is_after from move
                      union all select account_id, stars_to, true from move) v
                join accounts.pub_account a on a.id = v.account_id
                left join tier t on t.stars = v.stars
                left join sold s on s.account_id = v.account_id
                left join earned e on e.account_id = v.account_id
                left join terms.agreed l on l.account_id = v.account_id and l.measure = 'creditLimit'
                left join terms.agreed d on d.account_id = v.account_id and d.measure = 'paymentTerm'
                left join terms.agreed g on g.account_id = v.account_id and g.measure = 'guidance'
                left join terms.agreed w on w.account_id = v.account_id and w.measure = 'serviceLevel'),
            pair as (
                select b.credit as credit_before, n.credit as credit_after, b.days as days_before, n.days as days_after,
                       case when b.guided is null then b.guidance_hours end as hours_before,
                       case when b.guided is null then n.guidance_hours end as hours_after,
                       b.served is null and coalesce(b.service_level = 'green', false) as green_before,
                       b.served is null and coalesce(n.service_level = 'green', false) as green_after
                from side b join side n on n.account_id = b.account_id and n.is_after and not b.is_after)
            select count(*) filter (where credit_before <> credit_after) as limits,
                   sum(credit_before) filter (where credit_before <> credit_after)::bigint as limit_before,
                   sum(credit_after) filter (where credit_before <> credit_after)::bigint as limit_after,
                   count(*) filter (where credit_before is null and credit_after is not null) as limits_new,
                   sum(credit_after) filter (where credit_before is null)::bigint as limit_new,
                   count(*) filter (where credit_before is not null and credit_after is null) as limits_lost,
                   sum(credit_before) filter (where credit_after is null)::bigint as limit_lost,
                   count(*) filter (where days_before <> days_after) as terms,
                   round(avg(days_before) filter (where days_before <> days_after), 1) as days_before,
                   round(avg(days_after) filter (where days_before <> days_after), 1) as days_after,
                   count(*) filter (where days_before is null and days_after is not null) as terms_new,
                   round(avg(days_after) filter (where days_before is null), 1) as days_new,
                   count(*) filter (where days_before is not null and days_after is null) as terms_lost,
                   round(avg(days_before) filter (where days_after is null), 1) as days_lost,
                   coalesce(sum(hours_before), 0) as hours_before, coalesce(sum(hours_after), 0) as hours_after,
                   count(*) filter (where green_before) as green_before, count(*) filter (where green_after) as green_after
            from pair
            """;
}
