package mainstay.portfolio;

import java.util.Locale;

/// Net counts every row with its sign, gross only what was invoiced for money.
public enum SalesView {
    NET,
    GROSS;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
