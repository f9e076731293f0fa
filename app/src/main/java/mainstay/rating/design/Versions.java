package mainstay.rating.design;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mainstay.rating.model.Criterion;
import mainstay.rating.model.Gate;
import mainstay.rating.model.RatingModel;
import mainstay.rating.model.Scale;
import mainstay.rating.model.Tier;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The kept versions of the model; only drafts change.
@Repository
class Versions {
    private static final String COLUMNS = """
            select v.version, v.status, v.note, v.based_on, v.drafted_by, v.drafted_at, v.edits, v.published_by,
                   v.published_at, v.retired_by, v.retired_at,
                   v.status = 'published' and not exists (
                       select 1 from rating.model_version n
                       where n.status = 'published' and (n.published_at, n.version) > (v.published_at, v.version)) as in_force
            from rating.model_version v
            """;

    private final JdbcClient jdbc;

    Versions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The newest first.
    List<ModelVersion> all() {
        return jdbc.sql(COLUMNS + "order by v.version desc")
                .query(Versions::version)
                .list();
    }

    Optional<ModelVersion> byNumber(int version) {
        return jdbc.sql(COLUMNS + "where v.version = :version")
                .param("version", version)
                .query(Versions::version)
                .optional();
    }

    /// The version, which nobody else changes until the transaction ends.
    Optional<ModelVersion> held(int version) {
        return jdbc.sql(COLUMNS + "where v.version = :version for update of v")
                .param("version", version)
                .query(Versions::version)
                .optional();
    }

    private static ModelVersion version(ResultSet row, int number) throws SQLException {
        return new ModelVersion(
                row.getInt("version"),
                row.getString("status"),
                row.getString("note"),
                row.getObject("based_on", Integer.class),
                row.getString("drafted_by"),
                Objects.requireNonNull(Sql.instant(row, "drafted_at")),
                row.getLong("edits"),
                row.getString("published_by"),
                Sql.instant(row, "published_at"),
                row.getString("retired_by"),
                Sql.instant(row, "retired_at"),
                row.getBoolean("in_force"));
    }

    /// A draft that begins as a copy.
    int draft(RatingModel base, String by, Instant now) {
        int version = jdbc.sql("""
                insert into rating.model_version
                    (version, minimum_coverage, hysteresis, status, based_on, drafted_by, drafted_at)
                values (nextval('rating.model_number'), :coverage, :hysteresis, 'draft', :base, :by, :now)
                returning version
                """)
                .param("coverage", base.minimumCoverage())
                .param("hysteresis", base.hysteresis())
                .param("base", base.version())
                .param("by", by)
                .param("now", Sql.timestamp(now))
                .query(Integer.class)
                .single();
        write(version, base);
        return version;
    }

    /// Replaces what a draft says, unless somebody was faster.
    boolean change(int version, RatingModel model, String note, long edits) {
        int changed = jdbc.sql("""
                update rating.model_version
                set minimum_coverage = :coverage, hysteresis = :hysteresis, note = :note, edits = edits + 1
                where version = :version and status = 'draft' and edits = :edits
                """)
                .param("coverage", model.minimumCoverage())
                .param("hysteresis", model.hysteresis())
                .param("note", note)
                .param("version", version)
                .param("edits", edits)
                .update();
        if (changed == 0) {
            return false;
        }
        clear(version);
        write(version, model);
        return true;
    }

    private void clear(int version) {
        for (String table : List.of("gate", "tier", "criterion")) {
            jdbc.sql("delete from rating." + table + " where version = :version")
                    .param("version", version)
                    .update();
        }
    }

    private void write(int version, RatingModel model) {
        for (int place = 0; place < model.criteria().size(); place++) {
            write(version, place + 1, model.criteria().get(place));
        }
        for (Tier tier : model.tiers()) {
            jdbc.sql("insert into rating.tier (version, stars, from_score) values (:version, :stars, :from)")
                    .param("version", version)
                    .param("stars", tier.stars())
                    .param("from", tier.from())
                    .update();
            tier.gates().forEach(gate -> write(version, tier.stars(), gate));
        }
    }

    private void write(int version, int place, Criterion criterion) {
        Scale.Linear ends = criterion.scale() instanceof Scale.Linear linear ? linear : null;
        jdbc.sql("""
                insert into rating.criterion
                    (version, position, code, grp, weight, unit, zero_at, hundred_at, peers, needed, name)
                values (:version, :place, :code, :group, :weight, :unit, :zero, :hundred, :peers, :needed, :name)
                """)
                .param("version", version)
                .param("place", place)
                .param("code", criterion.code())
                .param("group", criterion.group().code())
                .param("weight", criterion.weight())
                .param("unit", criterion.unit().code())
                .param("zero", ends == null ? null : ends.zeroAt())
                .param("hundred", ends == null ? null : ends.hundredAt())
                .param(
                        "peers",
                        criterion.scale() instanceof Scale.Rank rank
                                ? rank.peers().code()
                                : "all")
                .param("needed", criterion.needed())
                .param("name", criterion.name())
                .update();
    }

    private void write(int version, int stars, Gate gate) {
        jdbc.sql("""
                insert into rating.gate (version, stars, kind, subject, minimum)
                values (:version, :stars, :kind, :subject, :minimum)
                """)
                .param("version", version)
                .param("stars", stars)
                .param("kind", gate instanceof Gate.OfGroup ? "group" : "figure")
                .param(
                        "subject",
                        switch (gate) {
                            case Gate.OfGroup group -> group.group().code();
                            case Gate.OfFigure figure -> figure.criterion();
                        })
                .param("minimum", gate.minimum())
                .update();
    }

    void discard(int version) {
        clear(version);
        jdbc.sql("delete from rating.model_version where version = :version and status = 'draft'")
                .param("version", version)
                .update();
    }

    void publish(int version, String by, Instant now) {
        jdbc.sql("""
                update rating.model_version set status = 'published', published_by = :by, published_at = :now
                where version = :version and status = 'draft'
                """)
                .param("by", by)
                .param("now", Sql.timestamp(now))
                .param("version", version)
                .update();
    }

    /// @return whether it was published and is not the last one
    boolean retire(int version, String by, Instant now) {
        jdbc.sql("select version from rating.model_version where status = 'published' order by version for update")
                .query(Integer.class)
                .list();
        return jdbc.sql("""
                update rating.model_version set status = 'retired', retired_by = :by, retired_at = :now
                where version = :version and status = 'published'
                  and exists (select 1 from rating.model_version o where o.status = 'published' and o.version <> :version)
                """)
                        .param("by", by)
                        .param("now", Sql.timestamp(now))
                        .param("version", version)
                        .update()
                > 0;
    }
}
