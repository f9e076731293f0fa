package mainstay.identity;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The currencies that some country pays with today: not those of the past, nor metals and codes for tests.
public final class Currencies {

    private static final List<String> USUAL = List.of("CNY", "USD", "EUR", "GBP", "JPY", "HKD", "TWD", "SGD");
    private static final Set<String> CURRENT = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
            .map(Currencies::of)
            .filter(Objects::nonNull)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toCollection(TreeSet::new));

    private Currencies() {}

    /// A currency as a reader of one language knows it.
    public record Choice(String code, String name) {

        static Choice of(String code, Locale language) {
            return new Choice(code, Currency.getInstance(code).getDisplayName(language));
        }
    }

    static boolean isCurrent(String code) {
        return CURRENT.contains(code);
    }

    static List<Choice> usual(Locale language) {
        return USUAL.stream().map(code -> Choice.of(code, language)).toList();
    }

    /// The others, by code.
    ///
    /// @param kept one that is shown even where nobody pays with it any more
    static List<Choice> others(Locale language, String kept) {
        List<String> codes = new ArrayList<>(CURRENT);
        codes.removeAll(USUAL);
        if (!CURRENT.contains(kept)) {
            codes.addFirst(kept);
        }
        return codes.stream().map(code -> Choice.of(code, language)).toList();
    }

    private static @Nullable Currency of(String country) {
        return Currency.getInstance(Locale.of("", country));
    }
}
