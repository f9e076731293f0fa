package mainstay.dossier;

import java.util.regex.Pattern;

/// The unified social credit code of a Chinese organisation (GB 32100): 17 signs and a check digit.
final class CreditCode {

    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern FORM = Pattern.compile("[" + SIGNS + "]{18}");
    private static final int BASE = 31;
    private static final int STEP = 3;
    private static final int WEIGHED = 17;

    private CreditCode() {}

    static boolean isWellFormed(String code) {
        return FORM.matcher(code).matches();
    }

    static boolean isValid(String code) {
        return isWellFormed(code) && code.charAt(WEIGHED) == checkDigit(code);
    }

    /// The sign that the last place of a code must have.
    static char checkDigit(String code) {
        int sum = 0;
        int weight = 1;
        for (int place = 0; place < WEIGHED; place++) {
            sum += SIGNS.indexOf(code.charAt(place)) * weight;
            weight = weight * STEP % BASE;
        }
        return SIGNS.charAt((BASE - sum % BASE) % BASE);
    }
}
