package mainstay.portfolio;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import mainstay.shared.Money;
import mainstay.shared.web.Texts;
import org.springframework.stereotype.Component;

/// The accounts that eat profit, each with a verdict to consider and what it would bring.
@Component
class Remedies {
    private static final int MOST = 20;
    private static final double SMALL = 0.001;

    private final Texts texts;

    Remedies(Texts texts) {
        this.texts = texts;
    }

    /// What could be done about a loss.
    enum Remedy {
        /// Goods are sold for less than they cost.
        REPRICE,
        /// Goods earn something, serving costs more.
        CHANGE_SERVICE,
        /// Returns or waiting for money eat the margin.
        PREPAY,
        /// Hardly any sales: nothing would be missed.
        REPLACE;

        String key() {
            return "portfolio.remedy." + name().toLowerCase(Locale.ROOT);
        }
    }

    Findings of(Accounting accounting, Locale locale) {
        List<Finding> found = accounting.totals().stream()
                .filter(total -> total.profit() != null && total.profit() < 0)
                .sorted(Comparator.comparingLong(total -> Objects.requireNonNull(total.profit())))
                .limit(MOST)
                .map(total -> finding(accounting, total, locale))
                .toList();
        return new Findings(
                "loss-makers",
                "portfolio.lossMakers",
                "whale-curve",
                "portfolio.effect",
                accounting.whale().customers() == 0 ? "portfolio.noCostKnown" : "portfolio.nobodyLoses",
                found);
    }

    private Finding finding(Accounting accounting, AccountTotal total, Locale locale) {
        long loss = -Objects.requireNonNull(total.profit());
        Remedy remedy = remedy(accounting, total);
        return new Finding(
                total.code(),
                total.name(),
                texts.get(locale, remedy.key(), new Money(loss).toDecimal(), new Money(total.revenue()).toDecimal()),
                loss,
                remedy.key() + ".tag",
                "bad",
                "business");
    }

    /// A first idea from the figures; a person decides.
    static Remedy remedy(Accounting accounting, AccountTotal total) {
        Double share = accounting.share(total);
        if (share == null || share < SMALL) {
            return Remedy.REPLACE;
        }
        if (total.goodsProfit() < 0) {
            boolean returned = total.grossRevenue() - total.revenue() > total.grossRevenue() / 10;
            return returned ? Remedy.PREPAY : Remedy.REPRICE;
        }
        return Remedy.CHANGE_SERVICE;
    }
}
