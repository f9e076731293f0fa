package mainstay.portfolio;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import mainstay.shared.Money;
import mainstay.shared.web.Texts;

/// Figures in the notation of the reader's language; a dash where there is none.
record FigureTexts(Texts texts, Locale locale) {
    private static final String UNKNOWN = "—";

    String money(long amount) {
        return texts.get(locale, "portfolio.figure.whole", new Money(amount).toDecimal());
    }

    String ratio(OptionalDouble value) {
        return value.isEmpty() ? UNKNOWN : texts.get(locale, "portfolio.figure.ratio", value.getAsDouble());
    }

    String plain(OptionalDouble value) {
        return value.isEmpty() ? UNKNOWN : texts.get(locale, "portfolio.figure.plain", value.getAsDouble());
    }

    String whole(OptionalDouble value) {
        return value.isEmpty() ? UNKNOWN : texts.get(locale, "portfolio.figure.whole", value.getAsDouble());
    }

    String count(OptionalInt value) {
        return value.isEmpty() ? UNKNOWN : texts.get(locale, "portfolio.figure.whole", value.getAsInt());
    }
}
