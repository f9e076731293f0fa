package mainstay.dossier.personal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mainstay.dossier.personal.Disclosure.Noted;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Requests of people, and what was deleted.
@Repository
@Transactional
class PrivacyBook {

    private static final String REQUESTS = """
            select r.id, r.person_id, r.kind, r.asked_on, r.way, r.opened_by, r.opened_at from dossier.subject_request r
            """;

    private final JdbcClient database;
    private final Clock clock;

    PrivacyBook(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    int keepYears() {
        return database.sql("select keep_years from dossier.privacy_rule")
                .query(Integer.class)
                .single();
    }

    void keepYears(int years) {
        database.sql("update dossier.privacy_rule set keep_years = :years")
                .param("years", years)
                .update();
    }

    List<LongGone> longGone(LocalDate before, int most) {
        return database.sql("""
                        select g.person_id, x.name, x.latin_name, g.last_on
                        from accounts.pub_long_gone(:before) g join accounts.pub_person x on x.id = g.person_id
                        order by g.last_on, x.id limit :most
                        """)
                .param("before", before)
                .param("most", most)
                .query(RecordRows.of(LongGone.class))
                .list();
    }

    List<DeletedValues> deleted(int most) {
        return database.sql("""
                        select (f.at at time zone :zone)::date as day, f.cause, f.field, sum(f.values_deleted)::int as count
                        from dossier.forgetting f group by 1, 2, 3 order by 1 desc, 2, 3 limit :most
                        """)
                .param("zone", clock.getZone().getId())
                .param("most", most)
                .query(RecordRows.of(DeletedValues.class))
                .list();
    }

    long forgetExpired() {
        return database.sql("select dossier.forget_expired()").query(Long.class).single();
    }

    long open(long person, String kind, PrivacyForm form) {
        Actor actor = Acting.actor();
        return database.sql("""
                        insert into dossier.subject_request (person_id, kind, asked_on, way, opened_by, opened_by_id)
                        values (:person, :kind, :asked, :way, :by, :byId) returning id
                        """)
                .param("person", person)
                .param("kind", kind)
                .param("asked", form.day())
                .param("way", form.of("way"))
                .param("by", actor.name())
                .param("byId", actor.id())
                .query(Long.class)
                .single();
    }

    Optional<SubjectRequest> request(long id) {
        return database.sql(REQUESTS + "where r.id = :id")
                .param("id", id)
                .query(RecordRows.of(SubjectRequest.class))
                .optional();
    }

    List<SubjectRequest> requests(long person) {
        return database.sql(REQUESTS + "where r.person_id = :person order by r.id desc limit 200")
                .param("person", person)
                .query(RecordRows.of(SubjectRequest.class))
                .list();
    }

    List<SubjectRequest> latest(int most) {
        return database.sql(REQUESTS + "order by r.id desc limit :most")
                .param("most", most)
                .query(RecordRows.of(SubjectRequest.class))
                .list();
    }

    /// Whether a request still opens what is personal to the reader.
    boolean isOpen(long request) {
        return database.sql("""
                        select exists (select from dossier.subject_request r
                                       where r.id = :request and r.kind = 'see' and r.opened_by_id is not distinct from identity.uid()
                                         and r.opened_at > identity.clock() - interval '1 day')
                        """).param("request", request).query(Boolean.class).single();
    }

    /// Writes the look down, then reads.
    List<Noted> disclose(long request) {
        return database.sql("""
                        with told as materialized (select d.* from dossier.disclose(:request) d)
                        select t.account_id, coalesce(a.name, '#' || t.account_id) as account, t.field, t.word, t.purpose, t.source,
                               t.observed_on, t.expires_on, t.recorded_by, t.recorded_at
                        from told t left join accounts.pub_card a on a.id = t.account_id order by 2, t.field
                        """)
                .param("request", request)
                .query(RecordRows.of(Noted.class))
                .list();
    }
}
