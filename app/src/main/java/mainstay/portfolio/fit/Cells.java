package mainstay.portfolio.fit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import mainstay.shared.Numeral;

/// What a cell may be: a day, a number, or neither.
final class Cells {

    private static final Pattern BASIC = Pattern.compile("(1[5-9]|2[0-9])\\d{6}");
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}([ T].*)?");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

    /// Days outside of these years are slips of the pen, and one of them would stretch every age.
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private Cells() {}

    static Optional<LocalDate> day(String cell) {
        try {
            if (ISO.matcher(cell).matches()) {
                return Optional.of(LocalDate.parse(cell.substring(0, 10)));
            }
            return BASIC.matcher(cell).matches()
                    ? Optional.of(LocalDate.parse(cell, DateTimeFormatter.BASIC_ISO_DATE))
                    : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    static boolean isPlausible(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    /// Thousands may be parted by commas.
    static OptionalDouble number(String cell) {
        String plain = NUMBER.matcher(cell).matches() ? cell : Numeral.plain(cell);
        return NUMBER.matcher(plain).matches() ? OptionalDouble.of(Double.parseDouble(plain)) : OptionalDouble.empty();
    }
}
