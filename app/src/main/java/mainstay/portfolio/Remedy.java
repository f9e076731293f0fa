package mainstay.portfolio;

import java.util.Locale;

/// What could be done about an account that loses money.
public enum Remedy {
    /// Much of what was sold comes back.
    RETURN_TERMS("warn"),
    /// Goods are sold for no more than they cost.
    REPRICE("warn"),
    /// Goods pay for the work, and waiting for the money makes the loss.
    PREPAY("warn"),
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

    public String tone() {
        return tone;
    }

    public String key() {
        return "portfolio.remedy." + name().toLowerCase(Locale.ROOT);
    }
}
