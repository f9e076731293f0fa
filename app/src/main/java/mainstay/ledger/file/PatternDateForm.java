package mainstay.ledger.file;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;

/// A form the user named by a pattern; a time of day behind it does no harm.
record PatternDateForm(DateTimeFormatter formatter) implements DateForm {

    /// Strict, so that 31 April is no date; the year of the era is read as the year.
    static PatternDateForm of(String pattern) {
        return new PatternDateForm(DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT));
    }

    /// Whether a day written in this form can be read from it again.
    static boolean understands(String pattern) {
        OffsetDateTime moment = OffsetDateTime.of(2024, 11, 23, 0, 0, 0, 0, ZoneOffset.UTC);
        try {
            PatternDateForm form = of(pattern);
            return form.formatter.parse(form.formatter.format(moment), TemporalQueries.localDate()) != null;
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    @Override
    public int epochDay(String text) {
        ParsePosition position = new ParsePosition(0);
        try {
            TemporalAccessor parsed = formatter.parse(text, position);
            LocalDate date = parsed.query(TemporalQueries.localDate());
            boolean whole = position.getIndex() == text.length() || TimeOfDay.follows(text, position.getIndex());
            return date == null || !whole ? NO_DATE : Math.toIntExact(date.toEpochDay());
        } catch (DateTimeException | ArithmeticException e) {
            return NO_DATE;
        }
    }
}
