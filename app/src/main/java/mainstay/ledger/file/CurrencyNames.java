package mainstay.ledger.file;

import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How currencies are called in files: by their code of three letters, as ISO 4217 has it, or by their name in one
/// of the languages of the product. Many a Chinese file says RMB.
final class CurrencyNames {

    private static final Map<String, String> CODES = codes();

    private CurrencyNames() {}

    /// The code, or null where no currency is called so.
    static @Nullable String code(String called) {
        String code = CODES.get(called);
        return code != null ? code : CODES.get(called.strip().toUpperCase(Locale.ROOT));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>(Map.of("RMB", "CNY", "人民幣", "CNY"));
        List<Currency> all = Currency.getAvailableCurrencies().stream()
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .toList();
        for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE, Locale.ENGLISH)) {
            all.forEach(currency -> codes.putIfAbsent(
                    currency.getDisplayName(language).toUpperCase(Locale.ROOT), currency.getCurrencyCode()));
        }
        all.forEach(currency -> codes.put(currency.getCurrencyCode(), currency.getCurrencyCode()));
        return Map.copyOf(codes);
    }
}
