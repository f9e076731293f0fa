package mainstay.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells activities in the timelines of their accounts, and of those that their notes name.
@Component
class ActivityHistory implements TimelineSource {

    private static final int MOST = 200;
    private static final String TOLD = """
            select a.id, %s as told, a.state, a.kind, a.subject, a.on_day, a.recorded_by, a.changed_by, %s as at
            from %s
            where %s and %s
            order by 9 desc limit :most
            """;

    /// When it happened; what is to come, when it was written down.
    private static final String HAPPENED =
            "case a.state when 'cancelled' then a.changed_at else least(a.starts_at, a.recorded_at) end";
    private static final String WRITTEN = "case a.state when 'cancelled' then a.changed_at else a.recorded_at end";
    private static final String OWN = "activity.activity a";
    private static final String NAMED = """
            (select distinct m.activity_id from activity.mention m where m.account_id = :account and not m.former) n
            join activity.activity a on a.id = n.activity_id""";

    private final JdbcClient database;

    ActivityHistory(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Timeline.Entry> of(long accountId) {
        return told(accountId, HAPPENED, Instant.EPOCH);
    }

    /// What was written down since, whenever it happened.
    @Override
    public List<Timeline.Entry> of(long accountId, Instant after) {
        return told(accountId, WRITTEN, after);
    }

    private List<Timeline.Entry> told(long account, String at, Instant after) {
        String since = after.equals(Instant.EPOCH) ? "true" : at + " > :after";
        String own = TOLD.formatted("'own'", at, OWN, "a.account_id = :account", since);
        String named = TOLD.formatted(
                "'named'", at, NAMED, "a.account_id is distinct from :account and a.state <> 'cancelled'", since);
        String both = "(" + own + ") union all (" + named + ")";
        JdbcClient.StatementSpec statement =
                database.sql(both).param("account", account).param("most", MOST);
        if (!after.equals(Instant.EPOCH)) {
            statement = statement.param("after", Sql.timestamp(after));
        }
        return statement.query((row, number) -> entry(account, row)).list();
    }

    private static Timeline.Entry entry(long account, ResultSet row) throws SQLException {
        String state = row.getString("state");
        Map<String, String> detail = new TreeMap<>(Map.of(
                "day", Objects.requireNonNull(row.getString("on_day")),
                "subject", Objects.requireNonNull(row.getString("subject")),
                "textKind", ActivityKind.keyOf(row.getString("kind"))));
        boolean own = row.getString("told").equals("own");
        String kind = own
                ? "activity" + state.substring(0, 1).toUpperCase(Locale.ROOT) + state.substring(1)
                : "activityNamed";
        return Timeline.Entry.told(
                account,
                row.getString(state.equals("cancelled") ? "changed_by" : "recorded_by"),
                kind,
                detail,
                Objects.requireNonNull(Sql.instant(row, "at")));
    }
}
