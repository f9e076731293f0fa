package mainstay.rating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import mainstay.activity.Timeline;
import mainstay.activity.Timeline.Note;
import mainstay.portfolio.Standing;
import mainstay.rating.key.KeyStatus;
import mainstay.rating.key.Leg;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tells the timeline of each account how a run changed its stars and its status. A group is told of at its
/// root, where there are others below it.
@Repository
class TurningPoints {
    private static final String BEARINGS = """
            select c.account_id, c.stars, c.hollow, v.status, v.share_leg, v.credit_leg, v.philosophy_leg, r.model_version
            from rating.current c
            cross join lateral (select n.model_version from rating.rating n where n.id = c.rating_id offset 0) r
            join rating.verdict v on v.scope = c.scope and v.region = '' and v.account_id = c.account_id
            where c.scope = :scope
            """;

    private static final String LEADS = """
              and c.account_id in (
                  select g.root_id from accounts.pub_group(:asOf) g where g.root_id <> g.account_id)
            """;

    private static final String LEADING = """
              and exists (select from accounts.pub_members(:account, :asOf) m where m.account_id <> :account)
            """;

    private final JdbcClient jdbc;
    private final Timeline timeline;

    TurningPoints(JdbcClient jdbc, Timeline timeline) {
        this.jdbc = jdbc;
        this.timeline = timeline;
    }

    Map<Long, Bearing> bearings(String scope) {
        return jdbc.sql(BEARINGS).param("scope", scope).query(TurningPoints::bearing).list().stream()
                .collect(Collectors.toMap(Bearing::account, Function.identity()));
    }

    /// Of one account, and of a group only at its root.
    Optional<Bearing> bearing(Occasion occasion, long account) {
        return jdbc.sql(BEARINGS + " and c.account_id = :account" + (occasion.group() ? LEADING : ""))
                .param("scope", occasion.scope())
                .param("account", account)
                .param("asOf", occasion.asOf())
                .query(TurningPoints::bearing)
                .optional();
    }

    /// Compares what is kept now of one account with what was kept before.
    void tell(Occasion occasion, Bearing before) {
        bearing(occasion, before.account())
                .map(now -> now.since(before).stream()
                        .map(turn -> turn.of(now.account(), occasion.group()))
                        .toList())
                .filter(notes -> !notes.isEmpty())
                .ifPresent(timeline::noteAll);
    }

    /// Compares what is kept now with what was kept before the run.
    void tell(Occasion occasion, Map<Long, Bearing> before) {
        List<Note> notes = now(occasion).stream()
                .flatMap(bearing -> bearing.since(before.get(bearing.account())).stream()
                        .map(turn -> turn.of(bearing.account(), occasion.group())))
                .toList();
        if (!notes.isEmpty()) {
            timeline.noteAll(notes);
        }
    }

    private List<Bearing> now(Occasion occasion) {
        return occasion.scope().equals(Standing.GROUP)
                ? jdbc.sql(BEARINGS + LEADS)
                        .param("scope", occasion.scope())
                        .param("asOf", occasion.asOf())
                        .query(TurningPoints::bearing)
                        .list()
                : List.copyOf(bearings(occasion.scope()).values());
    }

    private static Bearing bearing(ResultSet row, int number) throws SQLException {
        return new Bearing(
                row.getLong("account_id"),
                row.getInt("stars"),
                row.getBoolean("hollow"),
                KeyStatus.of(row.getString("status")),
                Leg.of(row.getString("share_leg")),
                Leg.of(row.getString("credit_leg")),
                Leg.of(row.getString("philosophy_leg")),
                row.getInt("model_version"));
    }
}
