package mainstay.portfolio.value;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import mainstay.shared.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The values of accounts added up, as far as the reader may see them.
@Repository
class ValueSums {
    private static final String BOTH = """
            (select account_id, coalesce(n.value, 0) as now, coalesce(b.value, 0) as was, n.value as known,
                    b.value as known_before,
                    coalesce(n.value, 0) < coalesce(b.value, 0)
                        and (n.value is null or coalesce(n.alive < %GONE%, false)) as gone
             from (select * from portfolio.account_value where as_of = :asOf) n
             full join (select account_id, value from portfolio.account_value
                        where as_of = cast(:before as date)) b
                  using (account_id)) v
            """.replace("%GONE%", String.valueOf(Bridge.GONE));

    private final JdbcClient jdbc;

    ValueSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param byRhythm accounts valued by their own rhythm
    /// @param worth    accounts worth more than 0
    /// @param losing   accounts worth 0 because they are sold to at a loss
    /// @param unknown accounts whose value nothing can tell
    /// @param hiding  accounts valued on older days, sold to at a loss in the last twelve months
    /// @param hidden  their value
    /// @param atRisk  of accounts that can still be saved
    /// @param gone    at risk with those that are probably gone
    record Total(
            int accounts,
            int byRhythm,
            int byModel,
            int worth,
            int losing,
            int unknown,
            int closed,
            int hiding,
            long hidden,
            @Nullable Long value,
            @Nullable Long margin,
            @Nullable Long atRisk,
            long gone) {}

    /// @param name  null for accounts without one
    /// @param value null where nothing is known of any, `before` likewise
    record Part(
            @Nullable String name,
            int accounts,
            @Nullable Long value,
            @Nullable Long before) {

        Part named(String other) {
            return new Part(other, accounts, value, before);
        }

        /// Together, without a name.
        Part plus(Part other) {
            return new Part(null, accounts + other.accounts, sum(value, other.value), sum(before, other.before));
        }

        private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
            return one == null ? other : other == null ? one : (Long) (one + other);
        }
    }

    Total total(LocalDate asOf) {
        return jdbc.sql("""
                select cast(count(*) as integer) as accounts,
                       cast(count(*) filter (where method = 'rhythm') as integer) as by_rhythm,
                       cast(count(*) filter (where method = 'model') as integer) as by_model,
                       cast(count(*) filter (where value > 0) as integer) as worth,
                       cast(count(*) filter (where value = 0 and method <> 'closed' and margin_rate <= 0
                                             and margin_source in ('ownYear', 'own')) as integer) as losing,
                       cast(count(*) filter (where value is null) as integer) as unknown,
                       cast(count(*) filter (where method = 'closed') as integer) as closed,
                       cast(count(*) filter (where year_margin < 0 and value > 0) as integer) as hiding,
                       cast(coalesce(sum(value) filter (where year_margin < 0), 0) as bigint) as hidden,
                       cast(sum(value) as bigint) as value, cast(sum(margin) as bigint) as margin,
                       cast(sum(at_risk) filter (where leaving and not gone) as bigint) as at_risk,
                       cast(coalesce(sum(at_risk) filter (where leaving and gone), 0) as bigint) as gone
                from portfolio.account_value v where as_of = :asOf
                """)
                .param("asOf", asOf)
                .query(RecordRows.of(Total.class))
                .single();
    }

    /// Nothing without an earlier run.
    Optional<Bridge> bridge(Compared run) {
        return jdbc.sql("""
                select cast(:before as date) as before,
                       cast(sum(was) as bigint) as opening,
                       cast(coalesce(sum(now) filter (where known_before is null), 0) as bigint) as added,
                       cast(sum(least(was, now)) as bigint) as kept,
                       cast(coalesce(sum(now - was) filter (where known_before is not null and now > was), 0) as bigint) as grown,
                       cast(coalesce(sum(was - now) filter (where now < was and not gone), 0) as bigint) as shrunk,
                       cast(coalesce(sum(was - now) filter (where gone), 0) as bigint) as lost,
                       cast(sum(now) as bigint) as closing,
                       cast(count(*) filter (where known_before is null and now > 0) as integer) as newcomers,
                       cast(count(*) filter (where known_before is not null and now > was) as integer) as growing,
                       cast(count(*) filter (where now < was and not gone) as integer) as shrinking,
                       cast(count(*) filter (where gone) as integer) as leavers,
                       cast(count(*) filter (where now = was and now > 0) as integer) as unchanged,
                       cast(count(*) filter (where now = 0 and was = 0) as integer) as nothing,
                       cast(count(*) filter (where was > 0) as integer) as worth_before,
                       cast(count(*) filter (where now > 0) as integer) as worth
                from %BOTH%
                having count(known) + count(known_before) > 0 and cast(:before as date) is not null
                """.replace("%BOTH%", BOTH))
                .param("asOf", run.asOf())
                .param("before", run.before())
                .query(RecordRows.of(Bridge.class))
                .optional();
    }

    /// All parts, those without a name last.
    ///
    /// @param members the accounts inside, where the cut asks for them
    List<Part> by(Compared run, ValueCut cut, Collection<Long> members) {
        return jdbc.sql("""
                select name, accounts, value, before
                from (select nullif(%NAME%, '') as name, cast(count(*) filter (where now > 0) as integer) as accounts,
                             cast(sum(known) as bigint) as value, cast(sum(known_before) as bigint) as before,
                             %RANK% as rank
                      from %BOTH%
                      join accounts.pub_account a on a.id = v.account_id
                      %JOIN%
                      group by 1) part
                order by name is null, rank, value desc nulls last, name
                """.replace("%NAME%", cut.name())
                        .replace("%BOTH%", BOTH)
                        .replace("%JOIN%", cut.join())
                        .replace("%RANK%", cut.rank() == null ? "0" : cut.rank()))
                .param("asOf", run.asOf())
                .param("before", run.before())
                .param("members", members.toArray(Long[]::new))
                .query(RecordRows.of(Part.class))
                .list();
    }
}
