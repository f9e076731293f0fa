package mainstay.portfolio;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What an account bought in a month. Money has four decimals.
public record Month(LocalDate month, long revenue, @Nullable Long profit, long orders) {

    /// As the reader writes it.
    public String name(Locale locale) {
        return month.format(DateTimeFormatter.ofLocalizedPattern("yMMM").withLocale(locale));
    }
}
