package mainstay.shared.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.format.AnnotationFormatterFactory;
import org.springframework.format.Parser;
import org.springframework.format.Printer;
import org.springframework.format.annotation.DateTimeFormat;

/// Days in addresses and forms, as far as people do business: no database is asked for the year 999999999.
public final class CalendarDays implements AnnotationFormatterFactory<DateTimeFormat> {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    @Override
    public Set<Class<?>> getFieldTypes() {
        return Set.of(LocalDate.class);
    }

    @Override
    public Printer<LocalDate> getPrinter(DateTimeFormat annotation, Class<?> fieldType) {
        return (day, locale) -> day.toString();
    }

    @Override
    public Parser<LocalDate> getParser(DateTimeFormat annotation, Class<?> fieldType) {
        return (text, locale) -> day(text);
    }

    /// @throws DateTimeException where the text is none
    public static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text.strip());
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("a day from " + FIRST_YEAR + " to " + LAST_YEAR + ", not " + day);
        }
        return day;
    }
}
