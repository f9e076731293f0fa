package mainstay.dossier.gift;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Gifts as far as the reader may see them.
@Repository
@Transactional
class Gifts {

    private static final String COLUMNS = """
            select g.id, g.person_id, x.name, coalesce(x.erased_at is not null, false) as erased, g.account_id, a.code as account_code,
                   a.name as account_name, g.direction, g.kind, g.colleague, u.full_name as colleague_name, g.given_on, g.worth, g.occasion, g.reason, g.state,
                   g.struck_by, g.struck_because,
                   g.state in ('kept', 'granted')
                       and (coalesce(g.recorded_by_id = identity.uid(), false) or identity.reach() >= 2) as may_strike
            from dossier.gift g
            left join accounts.pub_person x on x.id = g.person_id
            left join accounts.pub_card a on a.id = g.account_id
            left join identity.pub_user u on u.name = g.colleague
            """;

    private final JdbcClient database;
    private final Clock clock;

    Gifts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Up to how much in a calendar year; null: no limit.
    record Limits(@Nullable Long given, @Nullable Long received) {

        @Nullable
        Long of(String direction) {
            return direction.equals("given") ? given : received;
        }
    }

    Limits limits() {
        return database.sql("select given, received from dossier.gift_rule")
                .query(RecordRows.of(Limits.class))
                .single();
    }

    void limit(Limits limits) {
        database.sql("update dossier.gift_rule set given = :given, received = :received")
                .param("given", limits.given())
                .param("received", limits.received())
                .update();
    }

    /// Nobody else writes of the person until the transaction ends.
    void hold(long person) {
        database.sql("select pg_advisory_xact_lock(hashtext('dossier.gift'), hashint8(:person))::text")
                .param("person", person)
                .query()
                .singleRow();
    }

    /// What counts of a person in the year of a day, by everybody of the firm.
    long soFar(long person, String direction, LocalDate day) {
        return database.sql("select dossier.gifts_of_year(:person, :direction, :day)")
                .param("person", person)
                .param("direction", direction)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    Optional<Long> bySubmission(UUID submission) {
        return database.sql("select g.id from dossier.gift g where g.submission = :submission")
                .param("submission", submission)
                .query(Long.class)
                .optional();
    }

    /// @param reason null within the limit
    Optional<Long> add(long person, long account, GiftForm.Wish wish, @Nullable String reason, UUID submission) {
        Actor actor = Acting.actor();
        return database.sql("""
                        insert into dossier.gift (person_id, account_id, direction, kind, colleague, given_on, worth, occasion, reason,
                                                  state, submission, recorded_by, recorded_by_id, recorded_at)
                        values (:person, :account, :direction, :kind, :by, :day, :worth, :occasion, cast(:reason as text),
                                case when cast(:reason as text) is null then 'kept' else 'asked' end, :submission, :by, :byId, :at)
                        returning id
                        """)
                .param("person", person)
                .param("account", account)
                .param("direction", wish.direction())
                .param("kind", wish.kind())
                .param("by", actor.name())
                .param("day", wish.givenOn())
                .param("worth", wish.worth())
                .param("occasion", wish.occasion())
                .param("reason", reason)
                .param("submission", submission)
                .param("byId", actor.id())
                .param("at", Sql.timestamp(clock.instant()))
                .query(Long.class)
                .optional();
    }

    void decided(long id) {
        database.sql("select dossier.decide_gift(:id)::text")
                .param("id", id)
                .query()
                .singleRow();
    }

    /// @return false where it does not count any more, or the reader may not
    boolean strike(long person, long gift, String why) {
        return database.sql("""
                        update dossier.gift g set state = 'struck', struck_by = :by, struck_at = :at, struck_because = :why
                        where g.id = :gift and g.person_id = :person
                        """)
                        .param("by", Acting.actor().name())
                        .param("at", Sql.timestamp(clock.instant()))
                        .param("why", why)
                        .param("gift", gift)
                        .param("person", person)
                        .update()
                == 1;
    }

    List<Gift> list(int year, String direction, @Nullable Long account, int most) {
        return database.sql(COLUMNS + """
                        where extract(year from g.given_on) = :year and (:direction = '' or g.direction = :direction)
                          and (cast(:account as bigint) is null or g.account_id = :account)
                        order by g.given_on desc, g.id desc limit :most
                        """)
                .param("year", year)
                .param("direction", direction)
                .param("account", account)
                .param("most", most)
                .query(RecordRows.of(Gift.class))
                .list();
    }

    List<Gift> of(long person) {
        return database.sql(COLUMNS + "where g.person_id = :person order by g.given_on desc, g.id desc limit 500")
                .param("person", person)
                .query(RecordRows.of(Gift.class))
                .list();
    }

    Optional<Gift> byId(long id) {
        return database.sql(COLUMNS + "where g.id = :id")
                .param("id", id)
                .query(RecordRows.of(Gift.class))
                .optional();
    }

    long count(long account) {
        return database.sql("select count(*) from dossier.gift where account_id = :account")
                .param("account", account)
                .query(Long.class)
                .single();
    }
}
