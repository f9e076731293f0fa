package mainstay.team.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Holdings.Fate;
import mainstay.shared.RecordColumns;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import mainstay.shared.web.Text;
import mainstay.shared.web.TextForm;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Protocols of what was handed over.
@Repository
class Protocols {

    private static final RecordColumns<Row> ROWS = RecordColumns.of(Row.class);

    private final JdbcClient database;
    private final Clock clock;

    Protocols(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Head(long id, String name, String user, String reason, String by, Instant at) {

        Protocol with(List<Protocol.Item> items) {
            return new Protocol(id, name, user, reason, by, at, items);
        }
    }

    /// One line of a protocol.
    record Line(
            String kind,
            Text what,
            @Nullable String account,
            @Nullable Long heir,
            Fate fate) {

        Row at(long protocol, int place) {
            return new Row(protocol, place, kind, TextForm.written(what), account, heir, fate.code());
        }
    }

    /// A line as the database keeps it.
    record Row(
            long handoverId,
            int place,
            String kind,
            String what,
            @Nullable String account,
            @Nullable Long heirId,
            String fate) {}

    long write(long person, String reason, List<Line> lines) {
        Actor actor = Acting.actor();
        long id = database.sql("""
                        insert into team.handover (user_id, reason, by_user, by_id, at)
                        values (:person, :reason, :by, :byId, :at) returning id
                        """)
                .param("person", person)
                .param("reason", reason)
                .param("by", actor.name())
                .param("byId", actor.id())
                .param("at", Sql.timestamp(clock.instant()))
                .query(Long.class)
                .single();
        List<Row> rows = IntStream.range(0, lines.size())
                .mapToObj(place -> lines.get(place).at(id, place + 1))
                .toList();
        ROWS.bind(database.sql(ROWS.insertInto("team.handover_item")), rows).update();
        return id;
    }

    Optional<Protocol> find(long id) {
        return heads("h.id = :key", id).stream().findFirst().map(head -> head.with(items(id)));
    }

    /// Without their items.
    List<Protocol> of(long person) {
        return heads("h.user_id = :key", person).stream()
                .map(head -> head.with(List.of()))
                .toList();
    }

    private List<Head> heads(String condition, long key) {
        return database.sql("""
                        select h.id, u.full_name as name, u.name as "user", h.reason, h.by_user as by, h.at
                        from team.handover h join identity.pub_user u on u.id = h.user_id
                        where %s order by h.id desc
                        """.formatted(condition))
                .param("key", key)
                .query(RecordRows.of(Head.class))
                .list();
    }

    private static Protocol.Item item(ResultSet row) throws SQLException {
        return new Protocol.Item(
                Objects.requireNonNull(row.getString("kind")),
                TextForm.read(Objects.requireNonNull(row.getString("what"))),
                row.getString("account"),
                row.getString("heir"),
                Fate.of(Objects.requireNonNull(row.getString("fate"))));
    }

    private List<Protocol.Item> items(long id) {
        return database.sql("""
                        select i.kind, i.what, i.account, u.full_name as heir, i.fate
                        from team.handover_item i left join identity.pub_user u on u.id = i.heir_id
                        where i.handover_id = :id order by i.place
                        """)
                .param("id", id)
                .query((row, number) -> item(row))
                .list();
    }
}
