package mainstay.planning;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mainstay.analytics.effect.Scale;

/// A monthly figure of the ledger by which the effect of work can be judged.
public enum EffectMetric {
    /// in whole units of currency; a month without sales is nought
    REVENUE("revenue", Scale.RELATIVE, "revenue", "m.net_amount / 10000.0", true),
    /// a month without orders is nought
    ORDERS("orders", Scale.RELATIVE, "orders", "m.documents", true),
    /// of the lines whose cost is known; a month without any is nought
    GROSS_PROFIT("gross-profit", Scale.RELATIVE, "gross-margin", "(m.net_known_amount - m.net_cost) / 10000.0", true),
    /// a fraction; unknown in a month without lines whose cost is known
    GROSS_MARGIN(
            "gross-margin",
            Scale.ABSOLUTE,
            "gross-margin",
            "(m.net_known_amount - m.net_cost)::double precision / nullif(greatest(m.net_known_amount, 0), 0)",
            false);

    private final String code;
    private final Scale scale;
    private final String definition;
    private final String sql;
    private final boolean known;

    EffectMetric(String code, Scale scale, String definition, String sql, boolean known) {
        this.code = code;
        this.scale = scale;
        this.definition = definition;
        this.sql = sql;
        this.known = known;
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(EffectMetric::code).toList();
    }

    public static Optional<EffectMetric> byCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    public String code() {
        return code;
    }

    public String key() {
        return "effect.metric." + code;
    }

    public Scale scale() {
        return scale;
    }

    /// Page of its definition.
    public String definition() {
        return definition;
    }

    /// Of a month `m` of the ledger, summed over who is billed.
    public String sql() {
        return sql;
    }

    /// Whether a month without sales is nought and not unknown.
    public boolean isNoughtWithoutSales() {
        return known;
    }

    public boolean isShare() {
        return this == GROSS_MARGIN;
    }

    public boolean isMoney() {
        return this == REVENUE || this == GROSS_PROFIT;
    }
}
