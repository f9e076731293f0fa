package mainstay.shared;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// A number as people write it: `12,000.50` as spreadsheets show it, or in the full-width digits of Chinese keyboards.
public final class Numeral {
    /// A comma parts thousands only where three digits follow each; `5,5` could mean anything.
    private static final Pattern PARTED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

    private Numeral() {}

    /// The same in plain digits with a decimal point, where it is a number parted into thousands; else as it stands but
    /// for full-width characters and spaces around it.
    public static String plain(String written) {
        String narrow = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        return PARTED.matcher(narrow).matches() ? narrow.replace(",", "") : narrow;
    }
}
