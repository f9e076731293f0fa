package mainstay.portfolio.profit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A step of the waterfall, from the first to the last.
public enum Step {
    SOLD("revenue", "revenue", "line"),
    RETURNS("returns", "returns", "line"),
    /// Unknown until a ladder is in force.
    REBATES("rebate-cost", null, null),
    UNPRICED("known-cost-share", "revenue", "line"),
    GOODS("gross-margin", "profit", "product"),
    ORDERS("cost-to-serve", "orders", "document"),
    LINES("cost-to-serve", "revenue", "line"),
    DELIVERIES("cost-to-serve", "orders", "document"),
    CAPITAL("cost-to-serve", null, null),
    PROFIT("profit", "profit", "month");

    private final String definition;
    private final @Nullable String measure;
    private final @Nullable String cut;

    Step(String definition, @Nullable String measure, @Nullable String cut) {
        this.definition = definition;
        this.measure = measure;
        this.cut = cut;
    }

    String definition() {
        return definition;
    }

    /// What of the sales stands behind it; nothing where it is not made of sales.
    @Nullable
    String measure() {
        return measure;
    }

    @Nullable
    String cut() {
        return cut;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String key() {
        return "profit.step." + code();
    }

    boolean isTotal() {
        return this == SOLD || this == PROFIT;
    }

    /// Unknown where nobody has said what it costs.
    @Nullable
    Long amount(Waterfall fall, CostsSet set) {
        return switch (this) {
            case SOLD -> fall.sold();
            case RETURNS -> fall.returned();
            case REBATES -> fall.known() && set.rebates() ? fall.served().knownRebates() : null;
            case UNPRICED -> fall.unpriced();
            case GOODS -> fall.known() ? fall.goods() : null;
            case ORDERS -> of(fall, set.rates().perOrder(), fall.served().orders());
            case LINES -> of(fall, set.rates().perLine(), fall.served().lines());
            case DELIVERIES -> of(fall, set.rates().perDelivery(), fall.served().deliveries());
            case CAPITAL -> of(fall, set.rates().capitalRate(), fall.served().capital());
            case PROFIT -> fall.profit();
        };
    }

    private static @Nullable Long of(Waterfall fall, @Nullable Number rate, long amount) {
        return rate == null || !fall.known() ? null : Long.valueOf(amount);
    }
}
