package mainstay.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Role;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Files that wait for their import. Each is seen by its sender and by administrators.
@Repository
@Transactional
class Drafts {

    static final Duration KEPT = Duration.ofDays(7);

    static final int MOST_OF_ONE = 20;

    private static final String SEEN = "(owner_id is not distinct from cast(:me as bigint) or :all)";
    private static final String RUNNING =
            "exists (select 1 from ledger.batch b where b.id = d.batch_id and b.status = 'running')";
    private static final String COLUMNS =
            "select id, by_user, created_at, file_name, lookup_name, place, replaces, batch_id, choices";

    private final JdbcClient database;
    private final Clock clock;

    Drafts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Until the end of the transaction nobody else adds a draft for whoever acts.
    public void holdOwn() {
        database.sql("select pg_advisory_xact_lock(hashtext('ledger.draft'), hashtext(:me))::text")
                .param("me", String.valueOf(Acting.actor().id()))
                .query()
                .singleRow();
    }

    public long add(
            UUID place, String fileName, @Nullable String lookupName, @Nullable Long replaces, ImportChoices choices) {
        Actor actor = Acting.actor();
        return database.sql("""
                        insert into ledger.draft
                            (owner_id, by_user, created_at, file_name, lookup_name, place, replaces, choices)
                        values (:me, :user, :now, :file, :lookup, :place, :replaces, cast(:choices as jsonb))
                        returning id
                        """)
                .param("me", actor.id())
                .param("user", actor.name())
                .param("now", Sql.timestamp(clock.instant()))
                .param("file", fileName)
                .param("lookup", lookupName)
                .param("place", place)
                .param("replaces", replaces)
                .param("choices", choices.toJson())
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    public Optional<Draft> find(long id) {
        return database.sql(COLUMNS + " from ledger.draft where id = :id and " + SEEN)
                .param("id", id)
                .param("me", Acting.actor().id())
                .param("all", seesAll())
                .query((row, number) -> draft(row))
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Draft> own() {
        return database.sql(COLUMNS + " from ledger.draft where owner_id is not distinct from cast(:me as bigint)"
                        + " order by id desc limit :most")
                .param("me", Acting.actor().id())
                .param("most", MOST_OF_ONE)
                .query((row, number) -> draft(row))
                .list();
    }

    /// Places that no draft has any more.
    @Transactional(readOnly = true)
    public List<UUID> unknown(List<UUID> places) {
        return database.sql("""
                        select p.place from unnest(cast(:places as uuid[])) p (place)
                        where not exists (select 1 from ledger.draft d where d.place = p.place)
                        """)
                .param("places", places.toArray(UUID[]::new))
                .query((row, number) -> Objects.requireNonNull(row.getObject("place", UUID.class)))
                .list();
    }

    /// The draft whose latest try was this batch.
    @Transactional(readOnly = true)
    public Optional<Draft> ofBatch(long batch) {
        return database.sql(COLUMNS + " from ledger.draft where batch_id = :batch and " + SEEN)
                .param("batch", batch)
                .param("me", Acting.actor().id())
                .param("all", seesAll())
                .query((row, number) -> draft(row))
                .optional();
    }

    public void choose(long id, ImportChoices choices) {
        database.sql("update ledger.draft set choices = cast(:choices as jsonb) where id = :id")
                .param("id", id)
                .param("choices", choices.toJson())
                .update();
    }

    public void tried(long id, long batch) {
        database.sql("update ledger.draft set batch_id = :batch where id = :id")
                .param("id", id)
                .param("batch", batch)
                .update();
    }

    public void delete(long id) {
        database.sql("delete from ledger.draft where id = :id").param("id", id).update();
    }

    @Transactional(readOnly = true)
    public boolean runs(long id) {
        return database.sql("select exists (select 1 from ledger.draft d where d.id = :id and " + RUNNING + ")")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    @Transactional(readOnly = true)
    public List<Draft> forgotten() {
        return database.sql(COLUMNS + " from ledger.draft d where d.created_at < :limit and not " + RUNNING
                        + " order by d.id")
                .param("limit", Sql.timestamp(clock.instant().minus(KEPT)))
                .query((row, number) -> draft(row))
                .list();
    }

    private static boolean seesAll() {
        return Acting.actor().is(Role.ADMINISTRATOR);
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getLong("id"),
                row.getString("by_user"),
                Objects.requireNonNull(Sql.instant(row, "created_at")),
                row.getString("file_name"),
                row.getString("lookup_name"),
                row.getObject("place", UUID.class),
                Sql.number(row, "replaces"),
                Sql.number(row, "batch_id"),
                ImportChoices.fromJson(row.getString("choices")));
    }
}
