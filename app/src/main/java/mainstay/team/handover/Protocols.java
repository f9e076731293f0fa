package mainstay.team.handover;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.shared.RecordColumns;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
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
            String what,
            @Nullable String account,
            @Nullable Long heir) {

        Row at(long protocol, int place) {
            return new Row(protocol, place, kind, what, account, heir);
        }
    }

    /// A line as the database keeps it.
    record Row(
            long handoverId,
            int place,
            String kind,
            String what,
            @Nullable String account,
            @Nullable Long heirId) {}

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

    private List<Protocol.Item> items(long id) {
        return database.sql("""
                        select i.kind, i.what, i.account, u.full_name as heir
                        from team.handover_item i left join identity.pub_user u on u.id = i.heir_id
                        where i.handover_id = :id order by i.place
                        """)
                .param("id", id)
                .query(RecordRows.of(Protocol.Item.class))
                .list();
    }
}
