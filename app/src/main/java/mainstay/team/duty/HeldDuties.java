package mainstay.team.duty;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Duties through time, as far as the reader may see them.
@Repository
class HeldDuties {

    private static final String STANDING = " d.until is null and not d.set_aside ";

    private static final String COLUMNS = """
            select d.id, d.field_id, d.user_id, u.name as "user", u.full_name as name, d.part, d.turn, d.since, u.enabled,
                   w.last_day as away_until
            from team.duty d
            join identity.pub_user u on u.id = d.user_id
            left join identity.pub_away w on w.user_id = d.user_id
            """;

    private final JdbcClient database;
    private final Clock clock;

    HeldDuties(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Those that stand, in the order of their parts.
    List<Duty> of(long account) {
        return database.sql(COLUMNS + "where d.account_id = :account and" + STANDING + """
                        order by d.field_id, array_position(array['accountable', 'responsible', 'consulted', 'informed'], d.part),
                                 d.turn nulls last, d.id
                        """)
                .param("account", account)
                .query(RecordRows.of(Duty.class))
                .list();
    }

    Optional<Duty> find(long account, long id) {
        return database.sql(COLUMNS + "where d.account_id = :account and d.id = :id and" + STANDING)
                .param("account", account)
                .param("id", id)
                .query(RecordRows.of(Duty.class))
                .optional();
    }

    Optional<Duty> accountable(long account, int field) {
        return database.sql(COLUMNS
                        + "where d.account_id = :account and d.field_id = :field and d.part = 'accountable' and"
                        + STANDING)
                .param("account", account)
                .param("field", field)
                .query(RecordRows.of(Duty.class))
                .optional();
    }

    Optional<Duty> same(long account, int field, long person, String part) {
        return database.sql(COLUMNS
                        + "where d.account_id = :account and d.field_id = :field and d.user_id = :person and d.part = :part and"
                        + STANDING)
                .param("account", account)
                .param("field", field)
                .param("person", person)
                .param("part", part)
                .query(RecordRows.of(Duty.class))
                .optional();
    }

    void add(long account, int field, long person, String part, @Nullable Integer turn) {
        database.sql("""
                        insert into team.duty (account_id, field_id, user_id, part, turn, since, recorded_by)
                        values (:account, :field, :person, :part, :turn, :now, :by)
                        """)
                .param("account", account)
                .param("field", field)
                .param("person", person)
                .param("part", part)
                .param("turn", turn)
                .param("now", Sql.timestamp(clock.instant()))
                .param("by", Acting.actor().name())
                .update();
    }

    void turn(long id, @Nullable Integer turn) {
        database.sql("update team.duty set turn = :turn where id = :id")
                .param("turn", turn)
                .param("id", id)
                .update();
    }

    /// False where it was ended meanwhile.
    boolean end(long id) {
        return database.sql("update team.duty set until = greatest(since, :now) where id = :id and until is null")
                        .param("now", Sql.timestamp(clock.instant()))
                        .param("id", id)
                        .update()
                == 1;
    }

    long count(long account) {
        return database.sql("select count(*) from team.duty where account_id = :account")
                .param("account", account)
                .query(Long.class)
                .single();
    }

    /// What a person has to do now, each with its account.
    List<OfPerson> ofPerson(long person) {
        return database.sql("""
                        select d.id, a.id as account_id, a.code, a.name as account, f.id as field_id, f.code as field, f.title,
                               f.retired_at is not null as retired, d.part, d.turn
                        from team.duty d
                        join accounts.pub_card a on a.id = d.account_id
                        join team.field f on f.id = d.field_id
                        where d.user_id = :person and d.until is null and not d.set_aside
                        order by a.name collate "zh-x-icu", a.id, f.place, d.id
                        """)
                .param("person", person)
                .query(RecordRows.of(OfPerson.class))
                .list();
    }

    /// A duty of somebody.
    record OfPerson(
            long id,
            long accountId,
            String code,
            String account,
            int fieldId,
            @Nullable String field,
            @Nullable String title,
            boolean retired,
            String part,
            @Nullable Integer turn) {

        /// Somebody has to do it, as the field of work is still asked for.
        boolean isActing() {
            return !retired && (part.equals(Duty.ACCOUNTABLE) || part.equals(Duty.RESPONSIBLE));
        }
    }
}
