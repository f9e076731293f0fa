package mainstay.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Saved views, those of the reader and those that colleagues share.
@Repository
class SavedViews {

    private static final String COLUMNS = """
            select v.id, v.owner_id, v.name, v.shared, v.query, v.changed_at, v.removed_at, u.view_id is not null as usual
            from accounts.saved_view v
            left join accounts.usual_view u on u.view_id = v.id and u.user_id = identity.uid()
            """;

    private final JdbcClient database;

    SavedViews(JdbcClient database) {
        this.database = database;
    }

    /// Those that stand, the own ones first.
    List<SavedView> all() {
        return list("""
                where v.removed_at is null and (v.owner_id = identity.uid() or v.shared)
                order by v.owner_id <> identity.uid(), v.name collate "zh-x-icu", v.id limit 500
                """);
    }

    /// Own ones that were set aside, the last one first.
    List<SavedView> removed() {
        return list("""
                where v.removed_at is not null and v.owner_id = identity.uid()
                order by v.removed_at desc, v.id desc limit 20
                """);
    }

    private List<SavedView> list(String where) {
        return database.sql(COLUMNS + where).query(SavedViews::view).list();
    }

    Optional<SavedView> find(long id) {
        return database.sql(COLUMNS + " where v.id = :id and (v.owner_id = identity.uid() or v.shared)")
                .param("id", id)
                .query(SavedViews::view)
                .optional();
    }

    /// The view with which the reader's list opens, while it may still be seen.
    Optional<SavedView> usual() {
        return database.sql(COLUMNS + " where u.view_id is not null and v.removed_at is null")
                .query(SavedViews::view)
                .optional();
    }

    /// Whether the owner has another view of this name.
    boolean isTaken(long owner, String name, long except) {
        return database.sql("""
                        select exists (select from accounts.saved_view v
                                       where v.owner_id = :owner and lower(v.name) = lower(:name)
                                         and v.removed_at is null and v.id <> :except)
                        """)
                .param("owner", owner)
                .param("name", name)
                .param("except", except)
                .query(Boolean.class)
                .single();
    }

    int count(long owner) {
        return database.sql("select count(*) from accounts.saved_view where owner_id = :owner and removed_at is null")
                .param("owner", owner)
                .query(Integer.class)
                .single();
    }

    long add(long owner, String name, boolean shared, String query, Instant at) {
        return database.sql("""
                        insert into accounts.saved_view (owner_id, name, shared, query, changed_at)
                        values (:owner, :name, :shared, :query, :at) returning id
                        """)
                .param("owner", owner)
                .param("name", name)
                .param("shared", shared)
                .param("query", query)
                .param("at", Sql.timestamp(at))
                .query(Long.class)
                .single();
    }

    void change(long id, String name, boolean shared, String query, Instant at) {
        database.sql("""
                        update accounts.saved_view
                        set name = :name, shared = :shared, query = :query, changed_at = :at where id = :id
                        """)
                .param("id", id)
                .param("name", name)
                .param("shared", shared)
                .param("query", query)
                .param("at", Sql.timestamp(at))
                .update();
    }

    void remove(long id, Instant at) {
        database.sql("update accounts.saved_view set removed_at = :at where id = :id")
                .param("id", id)
                .param("at", Sql.timestamp(at))
                .update();
    }

    /// Nobody asks for those any more.
    void clear(long owner, Instant removedBefore) {
        database.sql("delete from accounts.saved_view where owner_id = :owner and removed_at < :before")
                .param("owner", owner)
                .param("before", Sql.timestamp(removedBefore))
                .update();
    }

    void bringBack(long id) {
        database.sql("update accounts.saved_view set removed_at = null where id = :id")
                .param("id", id)
                .update();
    }

    void openWith(long user, long id) {
        database.sql("""
                        insert into accounts.usual_view (user_id, view_id) values (:user, :id)
                        on conflict (user_id) do update set view_id = excluded.view_id
                        """).param("user", user).param("id", id).update();
    }

    void openWithAll(long user) {
        database.sql("delete from accounts.usual_view where user_id = :user")
                .param("user", user)
                .update();
    }

    private static SavedView view(ResultSet row, int number) throws SQLException {
        return new SavedView(
                row.getLong("id"),
                row.getLong("owner_id"),
                row.getString("name"),
                row.getBoolean("shared"),
                row.getString("query"),
                row.getBoolean("usual"),
                Objects.requireNonNull(Sql.instant(row, "changed_at")),
                Sql.instant(row, "removed_at"));
    }
}
