package mainstay.rating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import mainstay.rating.key.KeyLimits;
import mainstay.rating.model.Criterion;
import mainstay.rating.model.CriterionGroup;
import mainstay.rating.model.Gate;
import mainstay.rating.model.Peers;
import mainstay.rating.model.RatingModel;
import mainstay.rating.model.Scale;
import mainstay.rating.model.Tier;
import mainstay.rating.model.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rating models of the firm and the limits of its key-account rule.
@Repository
class Models {
    private final JdbcClient jdbc;

    Models(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    RatingModel inForce() {
        return model(jdbc.sql("""
                select version from rating.model_version where status = 'published'
                order by published_at desc, version desc limit 1
                """).query(Integer.class).single());
    }

    /// Any version, drafts included.
    RatingModel model(int version) {
        return jdbc.sql("select minimum_coverage, hysteresis from rating.model_version where version = :version")
                .param("version", version)
                .query((row, number) -> new RatingModel(
                        version,
                        criteria(version),
                        tiers(version),
                        row.getDouble("minimum_coverage"),
                        row.getDouble("hysteresis")))
                .single();
    }

    KeyLimits limits() {
        return jdbc.sql("select cumulative, minimum, most, credit, philosophy, near from rating.key_limits")
                .query((row, number) -> new KeyLimits(
                        row.getBigDecimal("cumulative"),
                        row.getBigDecimal("minimum"),
                        row.getInt("most"),
                        row.getDouble("credit"),
                        row.getDouble("philosophy"),
                        row.getBigDecimal("near")))
                .single();
    }

    int accountsOfRegion() {
        return jdbc.sql("select region_accounts from rating.key_limits")
                .query(Integer.class)
                .single();
    }

    /// Replaces the limits of the key-account rule.
    void limit(KeyLimits limits, int accountsOfRegion) {
        jdbc.sql("""
                update rating.key_limits
                set cumulative = :cumulative, minimum = :minimum, most = :most, credit = :credit,
                    philosophy = :philosophy, near = :near, region_accounts = :accounts, revision = revision + 1
                """)
                .param("cumulative", limits.cumulative())
                .param("minimum", limits.minimum())
                .param("most", limits.most())
                .param("credit", limits.credit())
                .param("philosophy", limits.philosophy())
                .param("near", limits.near())
                .param("accounts", accountsOfRegion)
                .update();
    }

    /// Others who change the limits wait until the caller's transaction ends.
    void holdLimits() {
        jdbc.sql("select revision from rating.key_limits for update")
                .query(Long.class)
                .optional();
    }

    /// Grows with every change of the limits.
    long limitsRevision() {
        return jdbc.sql("select revision from rating.key_limits")
                .query(Long.class)
                .single();
    }

    /// In the order in which ratings keep what they found.
    List<Criterion> criteria(int version) {
        return jdbc.sql("""
                select code, grp, weight, unit, zero_at, hundred_at, peers, needed, name from rating.criterion
                where version = :version order by position
                """)
                .param("version", version)
                .query((row, number) -> new Criterion(
                        row.getString("code"),
                        CriterionGroup.of(row.getString("grp")),
                        row.getDouble("weight"),
                        scale(row),
                        Unit.of(row.getString("unit")),
                        row.getBoolean("needed"),
                        row.getString("name")))
                .list();
    }

    private static Scale scale(ResultSet row) throws SQLException {
        double zeroAt = row.getDouble("zero_at");
        return row.wasNull()
                ? new Scale.Rank(Peers.of(row.getString("peers")))
                : new Scale.Linear(zeroAt, row.getDouble("hundred_at"));
    }

    private List<Tier> tiers(int version) {
        return jdbc.sql("select stars, from_score from rating.tier where version = :version")
                .param("version", version)
                .query((row, number) ->
                        new Tier(row.getInt("stars"), row.getDouble("from_score"), gates(version, row.getInt("stars"))))
                .list();
    }

    private List<Gate> gates(int version, int stars) {
        return jdbc.sql("select kind, subject, minimum from rating.gate where version = :version and stars = :stars")
                .param("version", version)
                .param("stars", stars)
                .query((row, number) -> gate(row))
                .list();
    }

    private static Gate gate(ResultSet row) throws SQLException {
        String subject = row.getString("subject");
        double minimum = row.getDouble("minimum");
        return row.getString("kind").equals("group")
                ? new Gate.OfGroup(CriterionGroup.of(subject), minimum)
                : new Gate.OfFigure(subject, minimum);
    }
}
