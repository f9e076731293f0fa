package mainstay.terms;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// The days on which something can be agreed: the same for terms, prices and rebate ladders.
public final class AgreedDays {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private AgreedDays() {}

    /// Null where this is none of them.
    public static @Nullable LocalDate day(String written) {
        try {
            LocalDate day = LocalDate.parse(written);
            return day.isBefore(FIRST) || day.isAfter(LAST) ? null : day;
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
