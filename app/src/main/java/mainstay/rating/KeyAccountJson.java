package mainstay.rating;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import mainstay.shared.Money;
import org.jspecify.annotations.Nullable;

/// A key account as programs read it.
record KeyAccountJson(
        String code,
        String name,
        @Nullable String group,
        @Nullable String manager,
        String status,
        List<String> openLegs,
        @Nullable Integer stars,
        @Nullable Double score,
        @Nullable Double coverage,
        BigDecimal revenue,
        @Nullable Double share,
        String sentence,
        List<String> keyInRegions,
        @Nullable LocalDate appointedOn) {

    static KeyAccountJson of(KeyAccount account, KeySentences sentences, Locale locale) {
        return new KeyAccountJson(
                account.code(),
                account.name(),
                account.group(),
                account.manager(),
                account.status().code(),
                account.openLegs(),
                account.stars(),
                account.score(),
                account.coverage(),
                new Money(account.revenue()).toDecimal(),
                account.shareOfSales(),
                sentences.of(account, locale),
                account.keyInRegions(),
                account.appointedOn());
    }
}
