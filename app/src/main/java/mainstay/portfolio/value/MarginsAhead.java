package mainstay.portfolio.value;

import java.time.LocalDate;
import java.util.Optional;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Follows the margin of accounts from the last twelve months to the next, as far as the reader may see them.
@Repository
class MarginsAhead {
    /// What leaves is rounded once per account and the rest is what remains, so that the steps add up
    /// exactly. Who closed is expected to bring nothing, whatever is known of the last twelve months.
    private static final String STEPS = """
            (select a.*, a.expected - a.earned + a.leaving as pace
             from (select coalesce(year_margin, 0) as earned, coalesce(margin, 0) as expected, margin is null as unvalued,
                          margin is not null and year_margin is not null as known,
                          margin is not null and year_margin is null and method <> 'closed' as fresh,
                          1 - remaining as left_over,
                          cast(coalesce(round(year_margin * (1 - remaining)), 0) as bigint) as leaving
                   from (select *, %REMAINING% as remaining
                         from portfolio.account_value where as_of = :asOf) v) a) s
            """.replace("%REMAINING%", KeptValues.REMAINING);

    private final JdbcClient jdbc;

    MarginsAhead(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Nothing where of no account with a known margin in the last twelve months anything tells whether it
    /// stays.
    Optional<MarginAhead> of(LocalDate asOf) {
        return jdbc.sql("""
                select cast(sum(earned) as bigint) as earned,
                       cast(coalesce(sum(earned) filter (where unvalued), 0) as bigint) as unvalued,
                       cast(sum(leaving) as bigint) as leaving,
                       cast(coalesce(sum(-pace) filter (where known and pace < 0), 0) as bigint) as fading,
                       cast(coalesce(sum(pace) filter (where known and pace > 0), 0) as bigint) as growing,
                       cast(coalesce(sum(expected) filter (where fresh), 0) as bigint) as fresh,
                       cast(sum(expected) as bigint) as expected,
                       cast(count(*) filter (where unvalued) as integer) as unvalued_accounts,
                       cast(count(*) filter (where known and pace < 0) as integer) as fading_accounts,
                       cast(count(*) filter (where known and pace > 0) as integer) as growing_accounts,
                       cast(count(*) filter (where fresh) as integer) as fresh_accounts,
                       cast(count(*) filter (where not unvalued and not fresh and pace = 0) as integer) as steady_accounts,
                       cast(coalesce(sum(left_over) filter (where known), 0) as double precision) as leavers,
                       cast(count(left_over) filter (where known) as integer) as buyers,
                       cast(count(*) filter (where expected < 0) as integer) as losing,
                       cast(coalesce(sum(-expected) filter (where expected < 0), 0) as bigint) as losses
                from %STEPS%
                having count(left_over) filter (where known) > 0
                """.replace("%STEPS%", STEPS))
                .param("asOf", asOf)
                .query(RecordRows.of(MarginAhead.class))
                .optional();
    }
}
