package mainstay.terms.credit;

import java.util.Locale;
import mainstay.shared.Money;
import mainstay.shared.web.Text;
import mainstay.shared.web.Texts;
import org.springframework.stereotype.Component;

/// Sentences on credit for programs, whose money stands in them as on pages.
@Component
class CreditWords {

    private final Texts texts;

    CreditWords(Texts texts) {
        this.texts = texts;
    }

    String say(Text text, Locale locale) {
        return texts.get(locale, written(text));
    }

    private static Text written(Text text) {
        return new Text(
                text.key(),
                text.arguments().stream()
                        .map(argument -> switch (argument) {
                            case Money money -> money.toDecimal();
                            case Text inner -> written(inner);
                            default -> argument;
                        })
                        .toList());
    }
}
