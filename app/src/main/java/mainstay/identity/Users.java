package mainstay.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Users {

    private static final String COLUMNS =
            "id, name, full_name, role, locale, theme, created_at, credentials_changed_at, disabled_at";

    private static final RowMapper<User> USER = (row, number) -> new User(
            row.getLong("id"),
            row.getString("name"),
            row.getString("full_name"),
            Role.parse(row.getString("role")),
            row.getString("locale"),
            row.getString("theme"),
            row.getTimestamp("created_at").toInstant(),
            row.getTimestamp("credentials_changed_at").toInstant(),
            Sql.instant(row, "disabled_at"));

    private final JdbcClient database;

    Users(JdbcClient database) {
        this.database = database;
    }

    List<User> all() {
        return database.sql("select " + COLUMNS + " from identity.users order by disabled_at is not null, name")
                .query(USER)
                .list();
    }

    Optional<User> byId(long id) {
        return database.sql("select " + COLUMNS + " from identity.users where id = :id")
                .param("id", id)
                .query(USER)
                .optional();
    }

    Optional<User> byName(String name) {
        return database.sql("select " + COLUMNS + " from identity.users where name = :name")
                .param("name", name)
                .query(USER)
                .optional();
    }

    Optional<String> passwordHash(long id) {
        return database.sql("select password_hash from identity.users where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /// @return the new user's id; nothing when the name is taken
    Optional<Long> add(String name, String fullName, Role role, String passwordHash, Instant now) {
        return database.sql("""
                        insert into identity.users
                            (name, full_name, role, password_hash, created_at, credentials_changed_at)
                        values (:name, :fullName, :role, :hash, :now, :now)
                        on conflict (name) do nothing
                        returning id
                        """)
                .param("name", name)
                .param("fullName", fullName)
                .param("role", role.code())
                .param("hash", passwordHash)
                .param("now", Sql.timestamp(now))
                .query(Long.class)
                .optional();
    }

    void setPassword(long id, String passwordHash, Instant now) {
        database.sql("""
                        update identity.users set password_hash = :hash, credentials_changed_at = :now where id = :id
                        """)
                .param("hash", passwordHash)
                .param("now", Sql.timestamp(now))
                .param("id", id)
                .update();
    }

    void setRole(long id, Role role) {
        database.sql("update identity.users set role = :role where id = :id")
                .param("role", role.code())
                .param("id", id)
                .update();
    }

    void setDisabled(long id, @Nullable Instant disabledAt) {
        database.sql("update identity.users set disabled_at = :at where id = :id")
                .param("at", disabledAt == null ? null : Sql.timestamp(disabledAt))
                .param("id", id)
                .update();
    }

    void setPreferences(long id, @Nullable String locale, String theme) {
        database.sql("""
                        update identity.users set locale = :locale, theme = :theme where id = :id
                        """)
                .param("locale", locale)
                .param("theme", theme)
                .param("id", id)
                .update();
    }

    boolean isOnlyAdministrator(long id) {
        return database.sql("""
                        select exists (select 1 from identity.users
                                       where id = :id and role = 'administrator' and disabled_at is null)
                           and not exists (select 1 from identity.users
                                           where id <> :id and role = 'administrator' and disabled_at is null)
                        """).param("id", id).query(Boolean.class).single();
    }
}
