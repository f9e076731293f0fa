package mainstay.workbench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import mainstay.shared.ExactMoney;
import mainstay.shared.Money;
import mainstay.shared.web.PageContext;
import mainstay.shared.web.Text;
import mainstay.shared.web.Texts;

/// Puts entries into words: amounts and days as the reader writes them on a page, plain in what programs get.
public final class Wording {

    private Wording() {}

    public static String on(PageContext page, String key, List<Object> arguments) {
        return page.t(
                key, arguments.stream().map(argument -> shown(page, argument)).toArray());
    }

    static String plain(Texts texts, Locale locale, String key, List<Object> arguments) {
        return texts.get(
                locale,
                key,
                arguments.stream()
                        .map(argument -> plain(texts, locale, argument))
                        .toArray());
    }

    private static Object shown(PageContext page, Object argument) {
        return switch (argument) {
            case Money money -> page.money(money.tenThousandths());
            case LocalDate day -> page.date(day);
            case Text text -> page.t(text);
            case Text.Person person -> page.person(person.name());
            default -> argument;
        };
    }

    private static Object plain(Texts texts, Locale locale, Object argument) {
        return switch (argument) {
            case Money money -> money.toDecimal().toPlainString();
            case ExactMoney money ->
                new Money(money.tenThousandths()).toDecimal().toPlainString();
            case BigDecimal number -> number.toPlainString();
            case LocalDate day -> day.toString();
            case Text text -> texts.get(locale, text.key(), text.arguments().toArray());
            case Text.Person person -> person.name();
            default -> argument;
        };
    }
}
