package mainstay.accounts.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import mainstay.identity.Acting;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Positions as far as the reader may see them.
@Repository
@Transactional
class Positions {

    private static final String COLUMNS = """
            select p.id, p.person_id, x.name, x.latin_name, x.erased_at is not null as erased, p.account_id,
                   a.code as account_code, a.name as account_name, p.title, p.department, p.function, p.from_on, p.until_on, p.revision
            from accounts.position p
            join accounts.person x on x.id = p.person_id
            join accounts.account a on a.id = p.account_id
            """;
    private static final String LATEST =
            " order by p.until_on desc nulls first, p.from_on desc nulls last, x.name collate \"zh-x-icu\", p.id";
    private static final int MOST = 2_000;

    private final JdbcClient database;

    Positions(JdbcClient database) {
        this.database = database;
    }

    /// Somebody came to an account, or left it.
    ///
    /// @param endedAt null while nobody wrote that
    record Told(
            long personId,
            String name,
            String function,
            String addedBy,
            Instant addedAt,
            @Nullable String endedBy,
            @Nullable Instant endedAt,
            @Nullable LocalDate untilOn) {}

    Optional<Position> byId(long id) {
        return database.sql(COLUMNS + "where p.id = :id")
                .param("id", id)
                .query(RecordRows.of(Position.class))
                .optional();
    }

    /// Nobody else changes it until the transaction ends.
    Optional<Position> held(long id) {
        return database.sql(COLUMNS + "where p.id = :id for update of p")
                .param("id", id)
                .query(RecordRows.of(Position.class))
                .optional();
    }

    /// Those that go on first, then the latest.
    List<Position> at(long account) {
        return database.sql(COLUMNS + "where p.account_id = :account" + LATEST + " limit " + MOST)
                .param("account", account)
                .query(RecordRows.of(Position.class))
                .list();
    }

    List<Position> of(long person) {
        return of(List.of(person)).getOrDefault(person, List.of());
    }

    Map<Long, List<Position>> of(Collection<Long> people) {
        return database
                .sql(COLUMNS + "where p.person_id = any(:people)" + LATEST)
                .param("people", people.toArray(Long[]::new))
                .query(RecordRows.of(Position.class))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Position::personId));
    }

    /// Whose position was written down by this form already.
    Optional<Long> personOf(UUID request) {
        return database.sql("select p.person_id from accounts.position p where p.submission = :request")
                .param("request", request)
                .query(Long.class)
                .optional();
    }

    void add(long person, long account, PositionForm.Wish wish, UUID request, Instant now) {
        database.sql("""
                        insert into accounts.position (person_id, account_id, title, department, function, from_on, until_on, submission,
                                                       added_by, added_at, changed_by, changed_at, ended_by, ended_at)
                        values (:person, :account, :title, :department, :function, :from, :until, :request, :by, :at, :by, :at,
                                case when cast(:until as date) is not null then :by end,
                                case when cast(:until as date) is not null then cast(:at as timestamptz) end)
                        on conflict do nothing
                        """)
                .param("person", person)
                .param("account", account)
                .param("title", wish.title())
                .param("department", wish.department())
                .param("function", wish.function().code())
                .param("from", wish.fromOn())
                .param("until", wish.untilOn())
                .param("request", request)
                .param("by", Acting.actor().name())
                .param("at", Sql.timestamp(now))
                .update();
    }

    void change(long id, PositionForm.Wish wish, Instant now) {
        database.sql("""
                        update accounts.position p
                        set title = :title, department = :department, function = :function, from_on = :from, until_on = :until,
                            revision = revision + 1, changed_by = :by, changed_at = :at,
                            ended_by = case when cast(:until as date) is null then null
                                            when p.until_on is not distinct from :until then p.ended_by else :by end,
                            ended_at = case when cast(:until as date) is null then null
                                            when p.until_on is not distinct from :until then p.ended_at else cast(:at as timestamptz) end
                        where p.id = :id
                        """)
                .param("id", id)
                .param("title", wish.title())
                .param("department", wish.department())
                .param("function", wish.function().code())
                .param("from", wish.fromOn())
                .param("until", wish.untilOn())
                .param("by", Acting.actor().name())
                .param("at", Sql.timestamp(now))
                .update();
    }

    void end(long id, LocalDate last, Instant now) {
        database.sql("""
                        update accounts.position set until_on = :last, revision = revision + 1, changed_by = :by, changed_at = :at,
                               ended_by = :by, ended_at = :at
                        where id = :id
                        """)
                .param("id", id)
                .param("last", last)
                .param("by", Acting.actor().name())
                .param("at", Sql.timestamp(now))
                .update();
    }

    List<Told> told(long account) {
        return database.sql("""
                        select p.person_id, x.name, p.function, p.added_by, p.added_at, p.ended_by, p.ended_at, p.until_on
                        from accounts.position p join accounts.person x on x.id = p.person_id
                        where p.account_id = :account order by p.id desc limit :most
                        """)
                .param("account", account)
                .param("most", MOST)
                .query(RecordRows.of(Told.class))
                .list();
    }

    long count(long account) {
        return database.sql("select count(*) from accounts.position where account_id = :account")
                .param("account", account)
                .query(Long.class)
                .single();
    }

    /// Whether the reader may write of an account.
    boolean isOpen(long account) {
        return database.sql("select coalesce(accounts.pub_level(:account), 0) >= 2")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }
}
