package mainstay.rating.finding;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What of the findings counts: those that somebody confirmed, of the quarters that began in the twelve
/// months before a day. Of what has grown since, as much counts as was there to be judged.
@Service
@Transactional(readOnly = true)
public class ConfirmedFindings {
    private final JdbcClient jdbc;

    ConfirmedFindings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What is confirmed of an account or a group.
    ///
    /// @param diverted   money of goods outside their territory, in ten-thousandths; where several tests
    ///                   found the same quarter, the largest counts
    /// @param belowFloor lines under the floor price
    /// @param bound      whether it has a territory at all
    public record Confirmed(long diverted, long belowFloor, boolean bound) {
        public static final Confirmed NOTHING = new Confirmed(0, 0, false);
    }

    /// By account, with the verdicts given until a day.
    public Map<Long, Confirmed> known(LocalDate until, LocalDate asOf, boolean group) {
        Map<Long, Confirmed> known = new HashMap<>();
        jdbc.sql("""
                with root as (select r.account_id, %s as party from accounts.pub_root(:asOf) r),
                verdict as (
                    select distinct on (e.finding_id) e.finding_id, e.verdict, e.money, e.evidence
                    from rating.finding_entry e
                    where e.kind in ('judged', 'shared', 'freed') and cast(e.at as date) <= :until
                    order by e.finding_id, e.id desc),
                counted as (
                    select f.account_id, f.test, f.period_from, least(f.money, v.money) as money,
                           least(f.evidence, v.evidence) as evidence
                    from verdict v join rating.finding f on f.id = v.finding_id
                    where v.verdict = 'confirmed' and not f.withdrawn and f.period_from between :from and :asOf),
                diverted as (
                    select d.account_id, sum(d.money) as money
                    from (select account_id, period_from, max(money) as money from counted
                          where test in ('territory', 'neighbour', 'soldOn') group by 1, 2) d
                    group by 1),
                below as (
                    select account_id, sum(evidence) as lines from counted where test = 'floorPrice' group by 1),
                bound as (
                    select distinct r.account_id
                    from ledger.pub_territory t
                    join accounts.pub_root(:asOf) r on r.account_id = t.account_id or r.root_id = t.account_id)
                select r.party, coalesce(sum(d.money), 0)::bigint as diverted, coalesce(sum(b.lines), 0)::bigint as below,
                       bool_or(t.account_id is not null) as bound
                from root r
                left join diverted d on d.account_id = r.account_id
                left join below b on b.account_id = r.account_id
                left join bound t on t.account_id = r.account_id
                where d.account_id is not null or b.account_id is not null or t.account_id is not null
                group by 1
                """.formatted(group ? "r.root_id" : "r.account_id"))
                .param("until", until)
                .param("asOf", asOf)
                .param("from", asOf.minusYears(1).plusDays(1))
                .query((ResultSet row) -> {
                    known.put(
                            row.getLong("party"),
                            new Confirmed(row.getLong("diverted"), row.getLong("below"), row.getBoolean("bound")));
                });
        return known;
    }

    /// Grows with every change of what is confirmed.
    public long newest() {
        return jdbc.sql("select coalesce(max(id), 0) from rating.finding_entry where counts")
                .query(Long.class)
                .single();
    }
}
