package mainstay.ledger.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers as files write them, and their form in the ledger: whole ten-thousandths.
final class Decimals {

    static final long UNKNOWN = Long.MIN_VALUE;
    private static final int SCALE = 4;
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(13);
    /// Up to a millionth is what binary fractions leave behind where a program meant nought.
    private static final BigDecimal DUST = BigDecimal.ONE.movePointLeft(6);
    private static final long[] TO_SCALE = {10_000, 1_000, 100, 10, 1};
    private static final int PLAIN_DIGITS = 12;
    private static final Pattern PLAIN = Pattern.compile("\\+?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern GROUPED = Pattern.compile("(\\d{1,3}([,' \\u00A0\\u202F_]\\d{3})+)(\\.\\d*)?");
    private static final Pattern CURRENCY =
            Pattern.compile("^(\\p{Sc}|[A-Z]{2,3}\\$?(?=[\\s\\d-]))\\s*|\\s*(\\p{Sc}|元|\\s[A-Z]{3})$");

    private Decimals() {}

    /// A plain decimal of up to twelve digits without detours; everything else with them. Blank is unknown.
    static long scaled(String text, NumberForm form) throws FieldProblem {
        long plain = plain(text);
        if (plain != UNKNOWN || text.isEmpty()) {
            return plain;
        }
        BigDecimal exact = decorated(text, form);
        long scaled = scaled(exact, text);
        if (scaled == 0 && exact.abs().compareTo(DUST) > 0) {
            throw new FieldProblem(Reason.NUMBER_TOO_SMALL, text);
        }
        return scaled;
    }

    /// Rounded half up to four decimals.
    static long scaled(BigDecimal value, String shown) throws FieldProblem {
        return inRange(value, shown)
                .setScale(SCALE, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
    }

    static BigDecimal inRange(BigDecimal value, String shown) throws FieldProblem {
        if (value.abs().compareTo(LIMIT) > 0) {
            throw new FieldProblem(Reason.NUMBER_TOO_LARGE, shown);
        }
        return value;
    }

    static BigDecimal exact(String text, NumberForm form) throws FieldProblem {
        long plain = plain(text);
        return plain == UNKNOWN ? decorated(text, form) : BigDecimal.valueOf(plain, SCALE);
    }

    private static BigDecimal decorated(String text, NumberForm form) throws FieldProblem {
        String number = withoutCurrency(
                Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replace('−', '-'));
        int signs = 0;
        if (number.startsWith("(") && number.endsWith(")")) {
            number = withoutCurrency(number.substring(1, number.length() - 1).strip());
            signs++;
        }
        if (number.endsWith("-")) {
            number = number.substring(0, number.length() - 1).strip();
            signs++;
        }
        if (number.startsWith("-")) {
            number = withoutCurrency(number.substring(1).strip());
            signs++;
        }
        String bare = withoutGroups(number, form);
        if (signs > 1 || !PLAIN.matcher(bare).matches()) {
            throw new FieldProblem(Reason.NOT_A_NUMBER, text);
        }
        BigDecimal value = new BigDecimal(bare);
        return signs == 1 ? value.negate() : value;
    }

    private static String withoutCurrency(String number) {
        return CURRENCY.matcher(CURRENCY.matcher(number).replaceFirst("")).replaceFirst("");
    }

    private static String withoutGroups(String number, NumberForm form) {
        String bare = form == NumberForm.COMMA ? number.replace('.', ' ').replace(',', '.') : number;
        Matcher grouped = GROUPED.matcher(bare);
        if (!grouped.matches()) {
            return bare;
        }
        String decimals = grouped.group(3) == null ? "" : grouped.group(3);
        return grouped.group(1).replaceAll("\\D", "") + decimals;
    }

    private static long plain(String text) {
        int length = text.length();
        int at = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        int point = -1;
        long value = 0;
        if (length - at > PLAIN_DIGITS || length == at) {
            return UNKNOWN;
        }
        for (int i = at; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit >= 0 && digit <= 9) {
                value = value * 10 + digit;
            } else if (digit == '.' - '0' && point < 0 && i > at) {
                point = i;
            } else {
                return UNKNOWN;
            }
        }
        int decimals = point < 0 ? 0 : length - point - 1;
        if (decimals > SCALE) {
            return UNKNOWN;
        }
        return (at == 1 ? -value : value) * TO_SCALE[decimals];
    }
}
