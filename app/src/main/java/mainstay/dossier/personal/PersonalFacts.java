package mainstay.dossier.personal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What is personal, as far as the reader may see it.
@Repository
@Transactional
class PersonalFacts {

    private static final String COLUMNS = """
            select f.id, f.person_id, f.field, f.word, f.purpose, f.source, f.observed_on, f.expires_on, f.recorded_by, f.recorded_at
            from dossier.personal_fact f
            """;

    private final JdbcClient database;
    private final Clock clock;

    PersonalFacts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A person whose facts run out.
    record Expiring(long personId, String name, String account, int count, LocalDate first) {}

    /// Whether the reader may read what is personal of an account's people, and whether they may write it.
    record Reach(boolean reads, boolean writes) {}

    Reach reach(long account) {
        return database.sql("""
                        select coalesce(dossier.level_of(:account, 'personal'), 0) >= 4 as reads,
                               coalesce(accounts.pub_level(:account), 0) >= 4 as writes
                        """)
                .param("account", account)
                .query(RecordRows.of(Reach.class))
                .single();
    }

    List<PersonalPerson> people(long account) {
        return database.sql(
                        "select p.person_id, p.name, p.latin_name, p.known, p.here from dossier.personal_people(:account) p")
                .param("account", account)
                .query(RecordRows.of(PersonalPerson.class))
                .list();
    }

    /// Of each field what was written last.
    List<PersonalFact> of(long account, long person) {
        return database.sql("select distinct on (t.field) t.* from (" + COLUMNS + """
                        where f.account_id = :account and f.person_id = :person) t order by t.field, t.id desc
                        """)
                .param("account", account)
                .param("person", person)
                .query(RecordRows.of(PersonalFact.class))
                .list();
    }

    Optional<PersonalFact> of(long account, long person, String field) {
        return of(account, person).stream()
                .filter(fact -> fact.field().equals(field))
                .findFirst();
    }

    /// Nobody else writes of this account until the transaction ends.
    void hold(long account) {
        database.sql("select pg_advisory_xact_lock(hashtext('dossier.personal_fact'), hashint8(:account))::text")
                .param("account", account)
                .query()
                .singleRow();
    }

    /// Takes the place of what stood there, which is deleted.
    void put(long account, long person, String field, PersonalForm.Wish wish) {
        remove(account, person, field);
        database.sql("""
                        insert into dossier.personal_fact
                            (person_id, account_id, field, word, purpose, source, observed_on, expires_on, recorded_by, recorded_at)
                        values (:person, :account, :field, :word, :purpose, :source, :observed, :expires, :by, :at)
                        """)
                .param("person", person)
                .param("account", account)
                .param("field", field)
                .param("word", wish.word())
                .param("purpose", wish.purpose())
                .param("source", wish.source())
                .param("observed", wish.observedOn())
                .param("expires", wish.expiresOn())
                .param("by", Acting.actor().name())
                .param("at", Sql.timestamp(clock.instant()))
                .update();
    }

    void remove(long account, long person, String field) {
        database.sql("""
                        delete from dossier.personal_fact
                        where account_id = :account and person_id = :person and field = :field
                        """)
                .param("account", account)
                .param("person", person)
                .param("field", field)
                .update();
    }

    /// In which accounts the reader may see anything personal of a person.
    List<String> accountsOf(long person) {
        return database.sql("""
                        select distinct a.code from accounts.pub_position p join accounts.pub_card a on a.id = p.account_id
                        where p.person_id = :person and coalesce(dossier.level_of(a.id, 'personal'), 0) >= 4 order by a.code
                        """)
                .param("person", person)
                .query((row, number) -> Objects.requireNonNull(row.getString("code")))
                .list();
    }

    /// Whose facts run out before a day; only of those whom the reader sees by name.
    List<Expiring> expiringBefore(LocalDate day, int most) {
        return database.sql("""
                        select f.person_id, x.name, a.code as account, count(*)::int as count, min(f.expires_on) as first
                        from dossier.personal_fact f
                        join accounts.pub_person x on x.id = f.person_id
                        join accounts.pub_card a on a.id = f.account_id
                        where f.expires_on < :day and accounts.pub_level(a.id) >= 4
                        group by f.person_id, x.name, a.code order by min(f.expires_on), x.name limit :most
                        """)
                .param("day", day)
                .param("most", most)
                .query(RecordRows.of(Expiring.class))
                .list();
    }
}
