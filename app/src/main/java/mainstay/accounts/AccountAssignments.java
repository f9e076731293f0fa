package mainstay.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import mainstay.accounts.AssignmentPreview.Now;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Assignments of accounts to managers, as rows of batches that know nothing else.
@Repository
class AccountAssignments {

    private static final int SAMPLE = 10;
    private static final int MANAGERS = 12;

    private final JdbcClient database;

    AccountAssignments(JdbcClient database) {
        this.database = database;
    }

    AssignmentPreview preview(AccountSelection selection) {
        List<Now> managers = database.sql("""
                        select m.name, count(*) as accounts from accounts.account a
                        left join accounts.manager m on m.code = a.manager_code
                        where %s group by m.name order by count(*) desc, m.name limit %d
                        """.formatted(selection.conditions(), MANAGERS))
                .params(selection.parameters())
                .query((row, number) -> new Now(row.getString("name"), row.getLong("accounts")))
                .list();
        List<String> sample = database.sql("""
                        select a.name from accounts.account a where %s order by a.name collate "zh-x-icu", a.id limit %d
                        """.formatted(selection.conditions(), SAMPLE))
                .params(selection.parameters())
                .query((row, number) -> row.getString("name"))
                .list();
        return database.sql("""
                        select count(*) as accounts,
                               coalesce(bit_xor(hashtextextended(a.id || ':' || coalesce(a.manager_code, ''), 0)), 0) as mark
                        from accounts.account a where %s
                        """.formatted(selection.conditions()))
                .params(selection.parameters())
                .query((row, number) -> new AssignmentPreview(
                        selection, row.getLong("accounts"), row.getLong("mark"), managers, sample))
                .single();
    }

    /// An account and who looks after it.
    record Held(long account, @Nullable String manager) {}

    /// Those of a selection that somebody else looks after.
    List<Held> held(AccountSelection selection, @Nullable String notBy) {
        return database.sql("""
                        select a.id, m.name from accounts.account a
                        left join accounts.manager m on m.code = a.manager_code
                        where %s and a.manager_code is distinct from cast(:notBy as text)
                        """.formatted(selection.conditions()))
                .params(selection.parameters())
                .param("notBy", notBy)
                .query((row, number) -> new Held(row.getLong("id"), row.getString("name")))
                .list();
    }

    /// Those that a person looks after.
    List<Held> heldBy(long user) {
        return database.sql("""
                        select a.id, m.name from accounts.account a
                        join accounts.manager m on m.code = a.manager_code
                        where m.user_id = :user and not a.withdrawn order by a.id
                        """)
                .param("user", user)
                .query((row, number) -> new Held(row.getLong("id"), row.getString("name")))
                .list();
    }

    /// Those of an assignment that still stand with a manager, by whichever row.
    List<Held> held(long assignment) {
        return database.sql("""
                        select a.id, m.name from accounts.master x
                        join accounts.account a on a.id = x.account_id
                        left join accounts.manager m on m.code = a.manager_code
                        where x.batch_id = :assignment order by a.id
                        """)
                .param("assignment", assignment)
                .query((row, number) -> new Held(row.getLong("id"), row.getString("name")))
                .list();
    }

    void keep(long number, @Nullable String manager, Long[] accounts, String byUser, Instant at) {
        database.sql("""
                        insert into accounts.master (account_id, batch_id, given, manager_code)
                        select a.id, :number, :given, :manager from unnest(cast(:accounts as bigint[])) a (id)
                        """)
                .param("number", number)
                .param("given", AccountField.bits(Set.of(AccountField.MANAGER)))
                .param("manager", manager)
                .param("accounts", accounts)
                .update();
        database.sql("""
                        insert into accounts.assignment (batch_id, manager_code, accounts, by_user, at)
                        values (:number, :manager, :accounts, :byUser, :at)
                        """)
                .param("number", number)
                .param("manager", manager)
                .param("accounts", accounts.length)
                .param("byUser", byUser)
                .param("at", Sql.timestamp(at))
                .update();
    }

    Optional<KeptAssignment> find(long number) {
        return database.sql("""
                        select s.batch_id, m.name, s.accounts, s.by_user, s.at, s.undone_by
                        from accounts.assignment s left join accounts.manager m on m.code = s.manager_code
                        where s.batch_id = :number
                        """)
                .param("number", number)
                .query((row, line) -> new KeptAssignment(
                        row.getLong("batch_id"),
                        row.getString("name"),
                        row.getLong("accounts"),
                        row.getString("by_user"),
                        Objects.requireNonNull(Sql.instant(row, "at")),
                        row.getString("undone_by")))
                .optional();
    }

    /// False where somebody took it back before.
    boolean undo(long number, String byUser, Instant at) {
        return database.sql("""
                        update accounts.assignment set undone_by = :byUser, undone_at = :at
                        where batch_id = :number and undone_at is null
                        """)
                        .param("number", number)
                        .param("byUser", byUser)
                        .param("at", Sql.timestamp(at))
                        .update()
                > 0;
    }
}
