package mainstay.planning.deck;

import mainstay.shared.web.PageContext;

/// In which unit amounts stand on an axis, so that they are short: Chinese readers count in ten thousands.
///
/// @param units of currency that one of it has
record MoneyScale(double units, String key, int decimals) {

    private static final double TEN_THOUSANDTHS = 10_000;
    private static final double SMALL = 10;

    /// @param greatest of all amounts, in whole units of currency
    static MoneyScale of(double greatest, PageContext page) {
        boolean chinese = page.language().startsWith("zh");
        double large = chinese ? 1e8 : 1e6;
        double middling = chinese ? 1e4 : 1e3;
        double most = Math.abs(greatest);
        if (most >= large) {
            return new MoneyScale(large, "deck.unit.large", decimals(most / large));
        }
        return most >= middling
                ? new MoneyScale(middling, "deck.unit.middling", decimals(most / middling))
                : new MoneyScale(1, "deck.unit.one", 0);
    }

    private static int decimals(double greatest) {
        return greatest < SMALL ? 2 : greatest < SMALL * SMALL ? 1 : 0;
    }

    double of(long tenThousandths) {
        return tenThousandths / TEN_THOUSANDTHS / units;
    }

    double ofUnits(double amount) {
        return amount / units;
    }

    String unit(PageContext page) {
        return page.t(key, page.currency());
    }
}
