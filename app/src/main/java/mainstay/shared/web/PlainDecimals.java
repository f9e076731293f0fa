package mainstay.shared.web;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.format.Formatter;

/// Numbers in addresses and forms, as people write them: an exponent would be short to send and endless to print.
final class PlainDecimals implements Formatter<BigDecimal> {

    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,18})?");

    @Override
    public BigDecimal parse(String text, Locale locale) {
        String number = text.strip();
        if (!PLAIN.matcher(number).matches()) {
            throw new NumberFormatException("a plain number of at most 18 digits");
        }
        return new BigDecimal(number);
    }

    @Override
    public String print(BigDecimal number, Locale locale) {
        return number.toString();
    }
}
