package mainstay.shared;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/// A number as people write it: `12,000.50` as spreadsheets show it, or in the full-width digits of Chinese
/// keyboards.
public final class Numeral {
    /// A comma parts thousands only where three digits follow each; `5,5` could mean anything.
    private static final Pattern PARTED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
    private static final int LONGEST = 24;

    private Numeral() {}

    /// The same in plain digits with a decimal point, where it is a number parted into thousands; else as it
    /// stands but for full-width characters and spaces around it.
    public static String plain(String written) {
        String narrow = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        return PARTED.matcher(narrow).matches() ? narrow.replace(",", "") : narrow;
    }

    /// The number that was written, in plain digits or parted into thousands; nothing where it is none or is
    /// longer than any that a form asks for.
    public static Optional<BigDecimal> number(String written) {
        String text = plain(written);
        return text.length() <= LONGEST && NUMBER.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }
}
