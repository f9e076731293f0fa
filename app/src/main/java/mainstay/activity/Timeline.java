package mainstay.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/// Writes and reads the timeline.
@Service
@Transactional
public class Timeline {

    private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {};

    private final JdbcClient database;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    Timeline(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// One thing that happened.
    ///
    /// @param kind   stable word; `timeline.<kind>` is its message key, which gets the details as named below
    /// @param detail what the sentence mentions, by name
    public record Entry(
            long id, @Nullable Long accountId, String actor, String kind, Map<String, String> detail, Instant at) {}

    /// Notes that the person for whom this runs did something to an account, or to the firm where it is null.
    public void note(@Nullable Long accountId, String kind, Map<String, String> detail) {
        Actor actor = Acting.actor();
        database.sql("""
                        insert into activity.entry (account_id, user_id, actor, kind, detail, at)
                        values (:account, :user, :actor, :kind, :detail::jsonb, :at)
                        """)
                .param("account", accountId)
                .param("user", actor.id())
                .param("actor", actor.name())
                .param("kind", kind)
                .param("detail", json.writeValueAsString(detail))
                .param("at", Sql.timestamp(clock.instant()))
                .update();
    }

    /// What happened to an account, the newest first.
    @Transactional(readOnly = true)
    public List<Entry> of(long accountId, int most) {
        return database.sql("""
                        select id, account_id, actor, kind, detail::text as detail, at from activity.entry
                        where account_id = :account order by at desc, id desc limit :most
                        """)
                .param("account", accountId)
                .param("most", most)
                .query(this::entry)
                .list();
    }

    /// What happened to the firm as a whole, the newest first.
    @Transactional(readOnly = true)
    public List<Entry> ofFirm(int most) {
        return database.sql("""
                        select id, account_id, actor, kind, detail::text as detail, at from activity.entry
                        where account_id is null order by at desc, id desc limit :most
                        """).param("most", most).query(this::entry).list();
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                Sql.number(row, "account_id"),
                row.getString("actor"),
                row.getString("kind"),
                json.readValue(row.getString("detail"), DETAIL),
                Objects.requireNonNull(Sql.instant(row, "at")));
    }
}
