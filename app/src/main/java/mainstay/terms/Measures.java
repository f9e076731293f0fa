package mainstay.terms;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import mainstay.shared.Money;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The measures of the tiers, version by version.
@Repository
@Transactional
class Measures {

    private final JdbcClient database;
    private final Clock clock;

    Measures(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    MeasureVersion inForce() {
        return newest(1).getFirst();
    }

    /// The last versions, the newest first; four stars before three.
    @Transactional(readOnly = true)
    public List<MeasureVersion> newest(int most) {
        Map<Integer, MeasureVersion> versions = new LinkedHashMap<>();
        database.sql("""
                        select v.version, v.author, v.published_at, m.stars, m.payment_term_days, m.limit_rule,
                               m.limit_amount, m.limit_factor, m.rebate_ladder, m.promotion, m.guidance_hours,
                               m.service_level, m.lead_time_days
                        from (select * from terms.measure_version order by version desc limit :most) v
                        join terms.measure m on m.version = v.version
                        order by v.version desc, m.stars desc
                        """).param("most", most).query(row -> {
            MeasureVersion version = versions.get(row.getInt("version"));
            if (version == null) {
                version = version(row);
                versions.put(version.version(), version);
            }
            version.tiers().add(tier(row));
        });
        return List.copyOf(versions.values());
    }

    /// How many accounts that control others have solid stars and no credit limit of their own, by these stars: what
    /// their tier gives binds all that stand under them.
    @Transactional(readOnly = true)
    public Map<Integer, Integer> headsWithoutLimit() {
        Map<Integer, Integer> heads = new TreeMap<>();
        database.sql("""
                        select r.solid_stars, count(*) as heads
                        from rating.pub_stars r
                        where r.solid_stars is not null
                          and exists (select 1 from accounts.pub_control_today c where c.parent_id = r.account_id)
                          and not exists (select 1 from accounts.pub_told_terms t
                                          where t.account_id = r.account_id and t.credit_limit is not null)
                          and not exists (select 1 from terms.agreed a
                                          where a.account_id = r.account_id and a.measure = 'creditLimit')
                        group by r.solid_stars
                        """).query(row -> {
            heads.put(row.getInt("solid_stars"), row.getInt("heads"));
        });
        return heads;
    }

    void publish(int version, String author, List<TierForm> tiers) {
        database.sql(
                        "insert into terms.measure_version (version, author, published_at) values (:version, :author, :at)")
                .param("version", version)
                .param("author", author)
                .param("at", Sql.timestamp(clock.instant()))
                .update();
        tiers.forEach(tier -> insert(version, tier));
    }

    private void insert(int version, TierForm tier) {
        LimitRule rule = LimitRule.of(tier.text(TierField.LIMIT_RULE)).orElseThrow();
        database.sql("""
                        insert into terms.measure (version, stars, payment_term_days, limit_rule, limit_amount, limit_factor,
                            rebate_ladder, promotion, guidance_hours, service_level, lead_time_days)
                        values (:version, :stars, :term, :rule, :amount, :factor, :ladder, :promotion, :hours, :level, :lead)
                        """)
                .param("version", version)
                .param("stars", tier.stars())
                .param("term", days(tier, TierField.PAYMENT_TERM))
                .param("rule", rule.code())
                .param("amount", rule == LimitRule.FIXED ? money(tier) : null)
                .param("factor", rule.hasFactor() ? number(tier, TierField.LIMIT_FACTOR) : null)
                .param("ladder", word(tier, TierField.REBATE_LADDER))
                .param("promotion", number(tier, TierField.PROMOTION))
                .param("hours", number(tier, TierField.GUIDANCE))
                .param("level", word(tier, TierField.SERVICE_LEVEL))
                .param("lead", days(tier, TierField.LEAD_TIME))
                .update();
    }

    private static @Nullable BigDecimal number(TierForm tier, TierField field) {
        return Objects.requireNonNull(field.unit()).number(tier.text(field)).orElse(null);
    }

    private static @Nullable Integer days(TierForm tier, TierField field) {
        BigDecimal number = number(tier, field);
        return number == null ? null : number.intValueExact();
    }

    private static @Nullable Long money(TierForm tier) {
        BigDecimal number = number(tier, TierField.LIMIT_AMOUNT);
        return number == null ? null : Money.of(number).tenThousandths();
    }

    private static @Nullable String word(TierForm tier, TierField field) {
        return Objects.requireNonNull(field.unit()).word(tier.text(field)).orElse(null);
    }

    private static MeasureVersion version(ResultSet row) throws SQLException {
        Instant at = Objects.requireNonNull(Sql.instant(row, "published_at"));
        return new MeasureVersion(row.getInt("version"), row.getString("author"), at, new ArrayList<>());
    }

    private static TierForm tier(ResultSet row) throws SQLException {
        Map<TierField, String> written = new EnumMap<>(TierField.class);
        written.put(TierField.PAYMENT_TERM, Unit.DAYS.written(row.getBigDecimal("payment_term_days")));
        written.put(TierField.LIMIT_RULE, row.getString("limit_rule"));
        written.put(TierField.LIMIT_AMOUNT, Unit.MONEY.written(Money.decimal(Sql.number(row, "limit_amount"))));
        written.put(TierField.LIMIT_FACTOR, Unit.FACTOR.written(row.getBigDecimal("limit_factor")));
        written.put(TierField.REBATE_LADDER, Objects.requireNonNullElse(row.getString("rebate_ladder"), ""));
        written.put(TierField.PROMOTION, Unit.SHARE.written(row.getBigDecimal("promotion")));
        written.put(TierField.GUIDANCE, Unit.HOURS.written(row.getBigDecimal("guidance_hours")));
        written.put(TierField.SERVICE_LEVEL, Objects.requireNonNullElse(row.getString("service_level"), ""));
        written.put(TierField.LEAD_TIME, Unit.DAYS.written(row.getBigDecimal("lead_time_days")));
        return TierForm.of(row.getInt("stars"), written);
    }
}
