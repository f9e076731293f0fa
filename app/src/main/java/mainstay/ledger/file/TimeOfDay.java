package mainstay.ledger.file;

import java.util.regex.Pattern;

/// The time of day that many exports put behind a date. The ledger does not keep it.
final class TimeOfDay {

    private static final Pattern FORM = Pattern.compile(
            "[T ]+\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d{1,9})?)?( ?[AaPp][Mm])?( ?(Z|[+-]\\d{2}(:?\\d{2})?))?");

    private TimeOfDay() {}

    static boolean follows(String text, int from) {
        return plain(text, from)
                || FORM.matcher(text).region(from, text.length()).matches();
    }

    /// ` 08:26:00`, by far the most frequent form.
    private static boolean plain(String text, int from) {
        return text.length() == from + 9
                && (text.charAt(from) == ' ' || text.charAt(from) == 'T')
                && text.charAt(from + 3) == ':'
                && text.charAt(from + 6) == ':'
                && digits(text, from + 1)
                && digits(text, from + 4)
                && digits(text, from + 7);
    }

    private static boolean digits(String text, int at) {
        return Character.isDigit(text.charAt(at)) && Character.isDigit(text.charAt(at + 1));
    }
}
