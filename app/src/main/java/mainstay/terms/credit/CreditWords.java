package mainstay.terms.credit;

import java.text.NumberFormat;
import java.util.Locale;
import mainstay.shared.Money;
import mainstay.shared.web.Text;
import mainstay.shared.web.Texts;
import org.springframework.stereotype.Component;

/// Sentences on credit for programs, whose money stands in them as exactly as they ask.
@Component
class CreditWords {

    private final Texts texts;

    CreditWords(Texts texts) {
        this.texts = texts;
    }

    String say(Text text, Locale locale) {
        NumberFormat exact = NumberFormat.getNumberInstance(locale);
        exact.setMaximumFractionDigits(Money.DECIMALS);
        return texts.get(locale, written(text, exact));
    }

    private static Text written(Text text, NumberFormat exact) {
        return new Text(
                text.key(),
                text.arguments().stream()
                        .map(argument -> switch (argument) {
                            case Money money -> exact.format(money.toDecimal());
                            case Text inner -> written(inner, exact);
                            default -> argument;
                        })
                        .toList());
    }
}
