package mainstay.portfolio;

import java.util.Locale;

/// What could be done about an account that loses money.
enum Remedy {
    /// Much of what was sold comes back.
    PREPAY("warn"),
    /// Goods are sold for no more than they cost.
    REPRICE("warn"),
    /// Goods earn something, and orders somewhat larger would pay for serving them.
    ORDER_MINIMUM("muted"),
    /// Goods earn something, serving costs far more, and the sales are worth keeping.
    CHANGE_SERVICE("muted"),
    /// Few sales, and nothing reasonable would make them pay.
    REPLACE("bad");

    private final String tone;

    Remedy(String tone) {
        this.tone = tone;
    }

    String tone() {
        return tone;
    }

    String key() {
        return "portfolio.remedy." + name().toLowerCase(Locale.ROOT);
    }
}
