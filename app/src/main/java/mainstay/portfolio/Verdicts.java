package mainstay.portfolio;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import mainstay.shared.Money;
import mainstay.shared.web.Text;
import mainstay.shared.web.Texts;
import org.springframework.stereotype.Component;

/// The accounts that lose money, the largest loss first, and in words what to consider.
@Component
public class Verdicts {
    private final Texts texts;

    Verdicts(Texts texts) {
        this.texts = texts;
    }

    public List<Loss> losses(Accounting accounting) {
        long usual = accounting.middleRevenue();
        return accounting.totals().stream()
                .filter(total -> total.profit() != null && total.profit() < 0)
                .sorted(Comparator.comparingLong(total -> Objects.requireNonNull(total.profit())))
                .map(total -> new Loss(total, usual))
                .toList();
    }

    public String sentence(Loss loss, Locale locale) {
        return texts.get(locale, text(loss));
    }

    public Text text(Loss loss) {
        Remedy remedy = loss.remedy();
        AccountTotal total = loss.total();
        return Text.of(
                remedy.key(),
                money(loss.amount()),
                money(total.revenue()),
                remedy == Remedy.RETURN_TERMS ? loss.returned() : loss.priceRise(),
                money(loss.usualOrder()),
                money(loss.evenOrder()),
                loss.servingToEarning(),
                money(loss.effect()));
    }

    private static Object money(long amount) {
        return new Money(amount).toDecimal();
    }
}
