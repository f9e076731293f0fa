package mainstay.portfolio;

import java.util.Locale;

/// Which account of a sales line counts: the one that got the goods or the one that got the invoice.
public enum Basis {
    DELIVERED,
    BILLED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
