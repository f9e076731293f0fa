package mainstay.terms;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainstay.shared.Money;
import mainstay.shared.Sql;
import mainstay.shared.web.Text;
import mainstay.terms.Entitlement.Source;
import mainstay.terms.RuledLimits.Ruled;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What accounts are entitled to today. What was agreed with an account counts over what a file says was agreed,
/// and that over the measure of its tier; of agreements that hold at once, the one that began last.
/// Measures follow solid stars only: where too little is known of an account, nothing is given by stars.
@Service
@Transactional(readOnly = true)
public class Terms {

    private final JdbcClient database;
    private final RuledLimits rules;

    Terms(JdbcClient database, RuledLimits rules) {
        this.database = database;
        this.rules = rules;
    }

    /// One for each measure, in their order, and one for each rebate ladder; none for an account that
    /// the reader may not see.
    public List<Entitlement> of(long accountId) {
        return rows(List.of(accountId), Arrays.asList(Measure.values())).stream()
                .map(this::entitlement)
                .sorted(Comparator.comparing(Entitlement::measure)
                        .thenComparing(Entitlement::source)
                        .thenComparing(one -> Objects.requireNonNullElse(one.word(), "")))
                .toList();
    }

    public Entitlement of(long accountId, Measure measure) {
        return of(accountId, List.of(measure)).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(accountId + " is no account that may be seen"));
    }

    /// Some of its entitlements, in the order of the measures.
    List<Entitlement> of(long accountId, List<Measure> measures) {
        return rows(List.of(accountId), measures).stream()
                .map(this::entitlement)
                .sorted(Comparator.comparingInt(one -> measures.indexOf(one.measure())))
                .toList();
    }

    /// The credit limits of some accounts, in their order.
    public Map<Long, Entitlement> creditLimits(List<Long> accounts) {
        Map<Long, Entitlement> found = new LinkedHashMap<>();
        rows(accounts, List.of(Measure.CREDIT_LIMIT)).forEach(row -> found.put(row.account(), entitlement(row)));
        Map<Long, Entitlement> ordered = new LinkedHashMap<>();
        accounts.stream()
                .filter(found::containsKey)
                .forEach(account -> ordered.put(account, Objects.requireNonNull(found.get(account))));
        return ordered;
    }

    private record Row(
            long account,
            Measure measure,
            @Nullable Integer stars,
            @Nullable Integer solidStars,
            @Nullable BigDecimal figure,
            @Nullable String word,
            Source source,
            @Nullable String limitRule,
            @Nullable BigDecimal factor,
            @Nullable Integer version,
            boolean special,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String reason) {}

    /// Ladders are left out where nobody asks for them. The planner is not told which accounts and measures:
    /// it would find its plan anew for every question, which takes longer than the answer.
    private List<Row> rows(Collection<Long> accounts, List<Measure> measures) {
        String view = measures.contains(Measure.REBATE_LADDER) ? "terms.pub_entitlement" : "terms.single_entitlement";
        return database.sql("""
                        select account_id, measure, stars, solid_stars, figure, word, source, limit_rule, limit_factor,
                               version, agreement_id, valid_from, valid_until, reason
                        from %s
                        where account_id = any((select cast(:accounts as bigint[]))::bigint[])
                          and measure = any((select cast(:measures as text[]))::text[])
                        """.formatted(view))
                .param("accounts", accounts.toArray(Long[]::new))
                .param("measures", measures.stream().map(Measure::code).toArray(String[]::new))
                .query(Terms::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("account_id"),
                Measure.of(row.getString("measure")).orElseThrow(),
                row.getObject("stars", Integer.class),
                row.getObject("solid_stars", Integer.class),
                row.getBigDecimal("figure"),
                row.getString("word"),
                Source.of(row.getString("source")),
                row.getString("limit_rule"),
                row.getBigDecimal("limit_factor"),
                row.getObject("version", Integer.class),
                row.getObject("agreement_id") != null,
                Sql.date(row, "valid_from"),
                Sql.date(row, "valid_until"),
                row.getString("reason"));
    }

    private Entitlement entitlement(Row row) {
        Integer stars = row.solidStars();
        BigDecimal factor = row.factor();
        if (row.limitRule() != null && factor != null && stars != null) {
            Ruled ruled = row.limitRule().equals("rebate")
                    ? rules.byRebate(row.account(), factor, stars)
                    : rules.bySales(row.account(), factor, stars);
            return ruled(row, ruled);
        }
        BigDecimal figure = row.figure();
        return new Entitlement(
                row.measure(),
                figure == null ? null : figure.stripTrailingZeros(),
                row.word(),
                row.source(),
                row.from(),
                row.until(),
                explanation(row));
    }

    private static Entitlement ruled(Row row, Ruled ruled) {
        Long limit = ruled.limit();
        return new Entitlement(
                row.measure(),
                limit == null || ruled.withheld() ? null : new Money(limit).toDecimal(),
                null,
                limit == null ? Source.NOT_SET : Source.TIER,
                null,
                null,
                ruled.explanation(),
                ruled.withheld());
    }

    private static Text explanation(Row row) {
        Integer stars = row.solidStars();
        return switch (row.source()) {
            case AGREED -> row.special() ? agreed(row) : Text.of("terms.why.imported");
            case TIER ->
                Text.of("terms.why.tier", Objects.requireNonNull(stars), Objects.requireNonNull(row.version()));
            case NOT_SET -> {
                if (stars != null) {
                    yield Text.of("terms.why.unset", stars);
                }
                yield Text.of(row.stars() == null ? "terms.why.unrated" : "terms.why.hollow");
            }
        };
    }

    private static Text agreed(Row row) {
        LocalDate from = Objects.requireNonNull(row.from());
        LocalDate until = row.until();
        String reason = Objects.requireNonNull(row.reason());
        return until == null
                ? Text.of("terms.why.agreed", from, reason)
                : Text.of("terms.why.agreedUntil", from, until, reason);
    }
}
