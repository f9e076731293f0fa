package mainstay.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.ledger.file.Profile;
import mainstay.shared.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The mappings that people named.
@Repository
@Transactional
class KeptProfiles {

    private static final Logger LOG = LoggerFactory.getLogger(KeptProfiles.class);

    private final JdbcClient database;
    private final Clock clock;

    KeptProfiles(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Profile> newest() {
        return all().stream().map(KeptProfile::profile).toList();
    }

    @Transactional(readOnly = true)
    public List<KeptProfile> all() {
        return database.sql("""
                        select id, name, kind, by_user, changed_at, body from ledger.profile
                        order by changed_at desc, id desc
                        """).query((row, number) -> readable(row)).list().stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /// Keeps a profile; one of the same name makes room.
    public void keep(Profile profile) {
        database.sql("""
                        insert into ledger.profile (name, kind, body, by_user, changed_at)
                        values (:name, :kind, cast(:body as jsonb), :user, :now)
                        on conflict (lower(name)) do update
                        set name = excluded.name, kind = excluded.kind, body = excluded.body,
                            by_user = excluded.by_user, changed_at = excluded.changed_at
                        """)
                .param("name", profile.name())
                .param("kind", profile.kind())
                .param("body", JsonMapper.shared().writeValueAsString(profile))
                .param("user", Acting.actor().name())
                .param("now", Sql.timestamp(clock.instant()))
                .update();
    }

    public boolean has(String name) {
        return database.sql("select exists (select 1 from ledger.profile where lower(name) = lower(:name))")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    public Optional<KeptProfile> find(long id) {
        return database.sql("select id, name, kind, by_user, changed_at, body from ledger.profile where id = :id")
                .param("id", id)
                .query((row, number) -> kept(row))
                .optional();
    }

    public void rename(long id, String name) {
        database.sql("update ledger.profile set name = :name where id = :id")
                .param("id", id)
                .param("name", name)
                .update();
    }

    public boolean delete(long id) {
        return database.sql("delete from ledger.profile where id = :id")
                        .param("id", id)
                        .update()
                > 0;
    }

    /// One that cannot be read any more must not keep files from being imported.
    private static Optional<KeptProfile> readable(ResultSet row) throws SQLException {
        try {
            return Optional.of(kept(row));
        } catch (JacksonException broken) {
            LOG.warn("the profile {} cannot be read", row.getString("name"), broken);
            return Optional.empty();
        }
    }

    private static KeptProfile kept(ResultSet row) throws SQLException {
        String name = row.getString("name");
        Profile profile = JsonMapper.shared().readValue(row.getString("body"), Profile.class);
        return new KeptProfile(
                row.getLong("id"),
                name,
                row.getString("kind"),
                row.getString("by_user"),
                Objects.requireNonNull(Sql.instant(row, "changed_at")),
                profile.called(name));
    }
}
