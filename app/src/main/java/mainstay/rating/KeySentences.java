package mainstay.rating;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        String key = "rating.sentence." + account.status().code();
        String sentence = account.status() == KeyStatus.NEAR_MISS
                ? texts.get(locale, key, oneFails(account, locale))
                : texts.get(locale, key, legsAndOpen(account, locale));
        return sentence + potential(account, locale) + within(account, locale);
    }

    /// Without the status, where that stands beside it; a sentence of its own.
    String reasons(KeyAccount account, Locale locale) {
        String why = why(account, locale);
        return why.substring(0, 1).toUpperCase(locale) + why.substring(1);
    }

    private String why(KeyAccount account, Locale locale) {
        String legs = account.status() == KeyStatus.NEAR_MISS
                ? oneFails(account, locale)
                : texts.get(
                        locale,
                        account.openLegs().isEmpty() ? "rating.sentence.reasons" : "rating.sentence.reasonsOpen",
                        legsAndOpen(account, locale));
        return legs + potential(account, locale) + within(account, locale);
    }

    /// On an account that is key to a region and not to the firm.
    String regional(KeyAccount account, Locale locale) {
        return texts.get(
                locale,
                "rating.sentence.regional",
                Stream.concat(Stream.of(regions(account, locale)), Arrays.stream(legs(account, locale)))
                        .toArray());
    }

    /// On an account that is looked after as a key account by decision.
    String appointed(KeyAccount account, Locale locale) {
        LocalDate since = Objects.requireNonNull(account.appointedOn());
        if (account.rank() == 0) {
            return texts.get(locale, "rating.sentence.appointedUnsold", since);
        }
        return texts.get(
                locale,
                "rating.sentence.appointed",
                since,
                texts.get(locale, "rating.status." + account.status().code()),
                why(account, locale));
    }

    private Object[] legsAndOpen(KeyAccount account, Locale locale) {
        return Stream.concat(
                        Arrays.stream(legs(account, locale)),
                        Stream.of(account.openLegs().size()))
                .toArray();
    }

    /// The leg that fails first; what is open or passes is another matter.
    private String oneFails(KeyAccount account, Locale locale) {
        return texts.get(locale, "rating.sentence.fails", only(account, Leg.FAIL, locale))
                + after("rating.sentence.open", only(account, Leg.OPEN, locale), locale)
                + after("rating.sentence.passes", only(account, Leg.PASS, locale), locale);
    }

    private String after(String key, String legs, Locale locale) {
        return legs.isEmpty() ? "" : texts.get(locale, key, legs);
    }

    private String only(KeyAccount account, Leg wanted, Locale locale) {
        Object[] legs = legs(account, locale);
        List<Leg> verdicts = List.of(account.share(), account.credit(), account.philosophy());
        return IntStream.range(0, legs.length)
                .filter(leg -> verdicts.get(leg) == wanted)
                .mapToObj(leg -> String.valueOf(legs[leg]))
                .collect(Collectors.joining(texts.get(locale, "rating.semicolon")));
    }

    private Object[] legs(KeyAccount account, Locale locale) {
        KeyLimits limits = models.limits();
        return new Object[] {
            share(account, locale),
            leg(locale, "credit", account.credit(), account.paymentHealth(), limits.credit()),
            leg(locale, "philosophy", account.philosophy(), account.mark(), limits.philosophy())
        };
    }

    /// Where the total of a region is not the reader's to know, its share would tell it beside the revenue.
    private String share(KeyAccount account, Locale locale) {
        if (account.region().isEmpty()) {
            return leg(locale, "share", account.share(), account.shareOfSales(), account.rank());
        }
        return account.shareOfSales() == null
                ? leg(locale, "regionPlace", account.share(), (double) account.rank(), "")
                : leg(locale, "regionShare", account.share(), account.shareOfSales(), account.rank());
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

    private String within(KeyAccount account, Locale locale) {
        return account.keyInRegions().isEmpty() || !account.region().isEmpty()
                ? ""
                : texts.get(locale, "rating.sentence.regions", regions(account, locale));
    }

    private String regions(KeyAccount account, Locale locale) {
        return String.join(texts.get(locale, "rating.comma"), account.keyInRegions());
    }

    private String leg(Locale locale, String name, Leg leg, @Nullable Double figure, Object beside) {
        String key = "rating.leg." + name + "." + leg.code();
        return figure == null ? texts.get(locale, key) : texts.get(locale, key, figure, beside);
    }
}
