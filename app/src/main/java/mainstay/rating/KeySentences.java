package mainstay.rating;

import java.util.Locale;
import mainstay.rating.key.KeyLimits;
import mainstay.rating.key.KeyStatus;
import mainstay.rating.key.Leg;
import mainstay.shared.Money;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// One sentence on an account under the key-account rule, with the numbers in it, in the reader's language.
@Component
@Transactional(readOnly = true)
public class KeySentences {
    private final Texts texts;
    private final Models models;

    KeySentences(Texts texts, Models models) {
        this.texts = texts;
        this.models = models;
    }

    public String of(KeyAccount account, Locale locale) {
        KeyLimits limits = models.limits();
        String share = leg(locale, "share", account.share(), account.shareOfSales(), account.rank());
        String credit = leg(locale, "credit", account.credit(), account.paymentHealth(), limits.credit());
        String philosophy = leg(locale, "philosophy", account.philosophy(), account.mark(), limits.philosophy());
        String sentence =
                texts.get(locale, "rating.sentence." + account.status().code(), share, credit, philosophy);
        return sentence + potential(account, locale) + regional(account, locale);
    }

    private String potential(KeyAccount account, Locale locale) {
        Long expected = account.expected();
        return account.status() != KeyStatus.POTENTIAL || expected == null
                ? ""
                : texts.get(
                        locale,
                        "rating.sentence.expected",
                        new Money(expected).toDecimal(),
                        new Money(account.revenue()).toDecimal());
    }

    private String regional(KeyAccount account, Locale locale) {
        return account.keyInRegions().isEmpty()
                ? ""
                : texts.get(locale, "rating.sentence.regions", String.join(", ", account.keyInRegions()));
    }

    private String leg(Locale locale, String name, Leg leg, @Nullable Double figure, Object beside) {
        String key = "rating.leg." + name + "." + leg.code();
        return figure == null ? texts.get(locale, key) : texts.get(locale, key, figure, beside);
    }
}
