package mainstay.terms.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mainstay.approvals.Approval;
import mainstay.identity.Acting;
import mainstay.shared.Problem;
import mainstay.shared.Sql;
import mainstay.terms.Conclusions;
import mainstay.terms.Conclusions.Kind;
import mainstay.terms.Ended;
import mainstay.terms.Measure;
import mainstay.terms.agreement.AgreementForm.Wish;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What was asked for single accounts.
@Repository
@Transactional
class Agreements {

    private static final String KEPT = """
            select id, measure, figure, word, valid_from,
                   case when ended_on is null then valid_until
                        else least(valid_until, greatest(ended_on - 1, valid_from)) end as valid_until,
                   reason, asked_by, asked_at, whole_group,
                   ended_on, ended_by, ended_for,
                   case when refused_at is not null then 'refused'
                        when granted_at is null then 'asked'
                        when ended_on <= :today or valid_until < :today then 'over'
                        when valid_from > :today then 'coming'
                        else 'holds' end as state
            from terms.agreement
            """;

    private final JdbcClient database;
    private final Conclusions conclusions;
    private final Clock clock;

    Agreements(JdbcClient database, Conclusions conclusions, Clock clock) {
        this.database = database;
        this.conclusions = conclusions;
        this.clock = clock;
    }

    /// Those of an account, the newest first.
    @Transactional(readOnly = true)
    public List<KeptAgreement> of(long account) {
        return database.sql(KEPT + "where account_id = :account order by id desc limit 100")
                .param("account", account)
                .param("today", LocalDate.now(clock))
                .query(Agreements::kept)
                .list();
    }

    long add(long account, Wish wish) {
        return database.sql("""
                        insert into terms.agreement
                            (account_id, measure, figure, word, valid_from, valid_until, reason, asked_by, asked_at,
                             whole_group)
                        values (:account, :measure, :figure, :word, :from, :until, :reason, :by, :at, :group)
                        returning id
                        """)
                .param("account", account)
                .param("measure", wish.measure().code())
                .param("figure", wish.figure())
                .param("word", wish.word())
                .param("from", wish.from())
                .param("until", wish.until())
                .param("reason", wish.reason())
                .param("group", wish.wholeGroup())
                .param("by", Acting.actor().name())
                .param("at", Sql.timestamp(clock.instant()))
                .query((row, number) -> row.getLong("id"))
                .single();
    }

    /// Whether exactly this is being asked for already, or the same value holds on some of these days. Who
    /// asks for the same account meanwhile waits until the transaction ends.
    /// Whoever looks after an account asks for it; whoever is told its business only does not.
    boolean mayAsk(long account) {
        return database.sql("select (select identity.reach()) >= 2 or accounts.pub_level(:account) >= 3")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    boolean isAsked(long account, Wish wish) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('terms.agreement', :account))::text")
                .param("account", account)
                .query()
                .singleRow();
        return database.sql("""
                        select exists (
                            select 1 from terms.agreement
                            where account_id = :account and measure = :measure and refused_at is null
                              and (figure, word, whole_group) is not distinct from (cast(:figure as numeric), :word, :group)
                              and (measure <> 'rebateLadder'
                                   or granted_at is null
                                      and (valid_from, valid_until) is not distinct from (cast(:from as date), cast(:until as date)))
                              and valid_from <= coalesce(cast(:until as date), date 'infinity')
                              and coalesce(least(valid_until, ended_on - 1), date 'infinity') >= cast(:from as date))
                        """)
                .param("account", account)
                .param("measure", wish.measure().code())
                .param("figure", wish.figure(), java.sql.Types.NUMERIC)
                .param("word", wish.word(), java.sql.Types.VARCHAR)
                .param("from", wish.from())
                .param("until", wish.until(), java.sql.Types.DATE)
                .param("group", wish.wholeGroup())
                .query(Boolean.class)
                .single();
    }

    Optional<KeptAgreement> byId(long account, long id) {
        return database.sql(KEPT + "where account_id = :account and id = :id")
                .param("account", account)
                .param("id", id)
                .param("today", LocalDate.now(clock))
                .query(Agreements::kept)
                .optional();
    }

    /// Writes down what was decided on the agreement that a request is about. A yes of somebody who has lost
    /// sight of it would grant nothing.
    void decide(Approval approval) {
        boolean done = conclusions.decide(Kind.TERMS, number(approval), approval.isGranted());
        if (approval.isGranted() && !done) {
            throw new Problem.Forbidden("rebate.unseen");
        }
    }

    static long number(Approval approval) {
        return Long.parseLong(approval.subject().substring(approval.subject().indexOf('/') + 1));
    }

    private static KeptAgreement kept(ResultSet row, int number) throws SQLException {
        return new KeptAgreement(
                row.getLong("id"),
                Measure.of(row.getString("measure")).orElseThrow(),
                row.getBigDecimal("figure"),
                row.getString("word"),
                row.getObject("valid_from", LocalDate.class),
                Sql.date(row, "valid_until"),
                row.getString("reason"),
                row.getString("asked_by"),
                Objects.requireNonNull(Sql.instant(row, "asked_at")),
                row.getString("state"),
                row.getBoolean("whole_group"),
                Ended.of(row));
    }
}
