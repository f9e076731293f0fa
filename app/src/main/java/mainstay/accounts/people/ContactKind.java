package mainstay.accounts.people;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A way to reach somebody.
public enum ContactKind {
    PHONE,
    MAIL,
    ADDRESS,
    WECHAT,
    WECOM,
    DINGTALK,
    QQ,
    WHATSAPP,
    OTHER;

    private static final Pattern PHONE_FORM = Pattern.compile("[+()/#*x,.\\-\\s\\d转]{5,40}");
    private static final Pattern MAIL_FORM = Pattern.compile("[^@\\s<>]+@[^@\\s<>]+\\.[^@\\s<>.]+");
    private static final int FEWEST_DIGITS = 5;
    private static final int TELLING_DIGITS = 11;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String key() {
        return "people.contact." + code();
    }

    static Optional<ContactKind> parse(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    boolean takes(String value) {
        return switch (this) {
            case PHONE ->
                PHONE_FORM.matcher(narrow(value)).matches() && digits(value).length() >= FEWEST_DIGITS;
            case MAIL -> MAIL_FORM.matcher(narrow(value)).matches();
            default -> true;
        };
    }

    /// As two of them are compared. A phone number by its last digits, so that the country may be missing.
    String folded(String value) {
        if (this == PHONE) {
            String digits = digits(value);
            return digits.length() > TELLING_DIGITS ? digits.substring(digits.length() - TELLING_DIGITS) : digits;
        }
        return narrow(value).toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    }

    private static String digits(String value) {
        return narrow(value).replaceAll("\\D", "");
    }

    private static String narrow(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC);
    }
}
