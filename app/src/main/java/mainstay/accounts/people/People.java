package mainstay.accounts.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.MonthDay;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// People as far as the reader may see them.
@Repository
@Transactional
class People {

    private static final String COLUMNS = """
            select x.id, x.code, x.name, x.latin_name, x.revision, x.added_by, x.added_at, x.changed_by, x.changed_at,
                   x.merged_into_id, x.erased_at
            from accounts.person x
            """;
    private static final String BY_NAME =
            " order by x.erased_at is not null, x.name collate \"zh-x-icu\", x.id limit :most offset :skipped";
    private static final int MOST_EVENTS = 100;
    private static final int MARK = 100;
    private static final int LEAP = 229;

    private final JdbcClient database;

    People(JdbcClient database) {
        this.database = database;
    }

    Optional<Person> byId(long id) {
        return database.sql(COLUMNS + "where x.id = :id")
                .param("id", id)
                .query(RecordRows.of(Person.class))
                .optional();
    }

    /// Who stands for somebody who was merged, where the reader sees whoever stands.
    Optional<Long> inPlaceOf(long id) {
        return database.sql("select accounts.person_in_place_of(:id)")
                .param("id", id)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single();
    }

    Optional<Person> byCode(String code) {
        return database.sql(COLUMNS + "where x.code = :code")
                .param("code", code)
                .query(RecordRows.of(Person.class))
                .optional();
    }

    /// Also by somebody whom the reader does not see.
    boolean isTaken(String code) {
        return database.sql("select accounts.is_person_code(:code)")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    /// Names of those who were merged into somebody.
    List<String> formerNames(long id) {
        return database.sql("select n from accounts.names_of_merged(:id) n")
                .param("id", id)
                .query((row, number) -> Objects.requireNonNull(row.getString("n")))
                .list();
    }

    List<Person> byIds(Collection<Long> ids) {
        return database.sql(COLUMNS + "where x.id = any(:ids) and x.merged_into_id is null")
                .param("ids", ids.toArray(Long[]::new))
                .query(RecordRows.of(Person.class))
                .list();
    }

    List<Person> page(int most, int skipped) {
        return database.sql(COLUMNS + "where x.merged_into_id is null" + BY_NAME)
                .param("most", most)
                .param("skipped", skipped)
                .query(RecordRows.of(Person.class))
                .list();
    }

    long count() {
        return database.sql("select count(*) from accounts.person where merged_into_id is null")
                .query(Long.class)
                .single();
    }

    Optional<Long> bySubmission(UUID submission) {
        return database.sql("select x.id from accounts.person x where x.submission = :submission")
                .param("submission", submission)
                .query(Long.class)
                .optional();
    }

    /// Nobody else changes the person until the transaction ends.
    Optional<Person> held(long id) {
        return database.sql(COLUMNS + "where x.id = :id for update")
                .param("id", id)
                .query(RecordRows.of(Person.class))
                .optional();
    }

    /// Nothing where the code is taken, or the form was sent before.
    Optional<Long> add(PersonForm.Wish wish, UUID submission, Instant now) {
        long id = database.sql("select nextval('accounts.person_number')")
                .query(Long.class)
                .single();
        Actor actor = Acting.actor();
        int added = database.sql("""
                        insert into accounts.person
                            (id, code, name, latin_name, submission, added_by, added_by_id, added_at, changed_by, changed_at)
                        values (:id, :code, :name, :latin, :submission, :by, :byId, :at, :by, :at)
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("code", wish.code())
                .param("name", wish.name())
                .param("latin", wish.latinName())
                .param("submission", submission)
                .param("by", actor.name())
                .param("byId", actor.id())
                .param("at", Sql.timestamp(now))
                .update();
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    void change(long id, PersonForm.Wish wish, Instant now) {
        database.sql("""
                        update accounts.person set code = :code, name = :name, latin_name = :latin, revision = revision + 1,
                               changed_by = :by, changed_at = :at
                        where id = :id
                        """)
                .param("id", id)
                .param("code", wish.code())
                .param("name", wish.name())
                .param("latin", wish.latinName())
                .param("by", Acting.actor().name())
                .param("at", Sql.timestamp(now))
                .update();
    }

    List<Contact> contacts(long person) {
        return contacts(List.of(person)).getOrDefault(person, List.of());
    }

    Map<Long, List<Contact>> contacts(Collection<Long> people) {
        record Row(long person, Contact contact) {}
        return database
                .sql("""
                        select c.person_id, c.kind, c.value, c.note from accounts.person_contact c
                        where c.person_id = any(:people) order by c.person_id, c.place, c.id
                        """)
                .param("people", people.toArray(Long[]::new))
                .query((row, number) -> new Row(
                        row.getLong("person_id"),
                        new Contact(
                                ContactKind.parse(row.getString("kind")).orElseThrow(),
                                row.getString("value"),
                                row.getString("note"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::person, Collectors.mapping(Row::contact, Collectors.toList())));
    }

    List<YearlyDay> days(long person) {
        return database.sql("""
                        select d.kind, d.month, d.day, d.note from accounts.person_date d
                        where d.person_id = :person order by d.place, d.id
                        """).param("person", person).query(People::day).list();
    }

    /// A day of somebody who works at accounts that the reader was given.
    record Coming(long person, String name, String accounts, YearlyDay day) {}

    /// Days of the year of people at the reader's own accounts. In common years the leap day is asked for with the
    /// 28th.
    List<Coming> coming(List<MonthDay> days) {
        return database.sql("""
                        select x.id, x.name, d.kind, d.month, d.day, d.note, string_agg(distinct a.name, ', ') as accounts
                        from accounts.position p
                        join identity.pub_own_grant g on g.account_id = p.account_id and g.level >= 2
                        join accounts.account a on a.id = p.account_id
                        join accounts.person x on x.id = p.person_id
                        join accounts.person_date d on d.person_id = x.id
                        where (p.until_on is null or p.until_on >= (select identity.pub_today()))
                          and d.month * 100 + d.day = any(:days)
                        group by x.id, x.name, d.id, d.kind, d.month, d.day, d.note
                        """)
                .param(
                        "days",
                        days.stream()
                                .flatMap(day -> Stream.of(MARK * day.getMonthValue() + day.getDayOfMonth(), LEAP))
                                .distinct()
                                .toArray(Integer[]::new))
                .query((row, number) -> new Coming(
                        row.getLong("id"), row.getString("name"), row.getString("accounts"), day(row, number)))
                .list();
    }

    private static YearlyDay day(ResultSet row, int number) throws SQLException {
        return new YearlyDay(
                row.getString("kind"), MonthDay.of(row.getInt("month"), row.getInt("day")), row.getString("note"));
    }

    void reach(long person, List<Contact> contacts) {
        database.sql("delete from accounts.person_contact where person_id = :person")
                .param("person", person)
                .update();
        for (int place = 0; place < contacts.size(); place++) {
            Contact contact = contacts.get(place);
            database.sql("""
                            insert into accounts.person_contact (person_id, kind, value, note, folded, place)
                            values (:person, :kind, :value, :note, :folded, :place)
                            """)
                    .param("person", person)
                    .param("kind", contact.kind().code())
                    .param("value", contact.value())
                    .param("note", contact.note())
                    .param("folded", contact.folded())
                    .param("place", place)
                    .update();
        }
    }

    void remember(long person, List<YearlyDay> days) {
        database.sql("delete from accounts.person_date where person_id = :person")
                .param("person", person)
                .update();
        for (int place = 0; place < days.size(); place++) {
            YearlyDay day = days.get(place);
            database.sql("""
                            insert into accounts.person_date (person_id, kind, month, day, note, place)
                            values (:person, :kind, :month, :day, :note, :place)
                            """)
                    .param("person", person)
                    .param("kind", day.kind())
                    .param("month", day.day().getMonthValue())
                    .param("day", day.day().getDayOfMonth())
                    .param("note", day.note())
                    .param("place", place)
                    .update();
        }
    }

    void index(long person, PersonKeys keys) {
        database.sql("""
                        insert into accounts.person_entry (person_id, name, pinyin, alike, keys)
                        values (:person, :name, :pinyin, :alike, array_to_tsvector(cast(:keys as text[])))
                        on conflict (person_id) do update
                        set name = excluded.name, pinyin = excluded.pinyin, alike = excluded.alike, keys = excluded.keys
                        """)
                .param("person", person)
                .param("name", keys.name())
                .param("pinyin", keys.pinyin())
                .param("alike", keys.alike().toArray(String[]::new))
                .param("keys", keys.keys().toArray(String[]::new))
                .update();
    }

    /// In the order in which they answer.
    List<Long> find(List<String> questions, int most) {
        return database.sql("""
                        select f.person_id from accounts.find_people(cast(:questions as text[]), :most) f
                        group by f.person_id order by min(f.place), f.person_id limit :most
                        """)
                .param("questions", questions.toArray(String[]::new))
                .param("most", most)
                .query((row, number) -> row.getLong("person_id"))
                .list();
    }

    /// Who shares a name or a way to be reached, by number, each with what is shared.
    Map<Long, List<String>> alike(Collection<String> names, List<Contact> contacts) {
        Map<Long, List<String>> alike = new HashMap<>();
        database.sql("""
                        select a.person_id, array_agg(distinct a.because order by a.because) as reasons
                        from accounts.people_alike(cast(:names as text[]), cast(:contacts as text[])) a group by a.person_id
                        """)
                .param("names", names.toArray(String[]::new))
                .param(
                        "contacts",
                        contacts.stream()
                                .map(one -> one.kind().code() + ":" + one.folded())
                                .toArray(String[]::new))
                .query(row -> {
                    alike.put(row.getLong("person_id"), List.of((String[])
                            row.getArray("reasons").getArray()));
                });
        return alike;
    }

    void tell(long person, String kind, List<String> fields, Instant now) {
        database.sql("""
                        insert into accounts.person_event (person_id, kind, fields, actor, at)
                        values (:person, :kind, :fields, :by, :at)
                        """)
                .param("person", person)
                .param("kind", kind)
                .param("fields", fields.toArray(String[]::new))
                .param("by", Acting.actor().name())
                .param("at", Sql.timestamp(now))
                .update();
    }

    List<PersonFile.Event> events(long person) {
        return database.sql("""
                        select e.kind, e.fields, e.actor, e.at from accounts.person_event e
                        where e.person_id = :person order by e.id desc limit :most
                        """)
                .param("person", person)
                .param("most", MOST_EVENTS)
                .query((row, number) -> new PersonFile.Event(
                        row.getString("kind"),
                        List.of((String[]) row.getArray("fields").getArray()),
                        row.getString("actor"),
                        Objects.requireNonNull(Sql.instant(row, "at"))))
                .list();
    }
}
