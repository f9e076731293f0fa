package mainstay.ledger.file;

import java.time.LocalDate;

/// A way of writing dates.
interface DateForm {

    int NO_DATE = Integer.MIN_VALUE;
    int FIRST_DAY = (int) LocalDate.of(1900, 1, 1).toEpochDay();
    int LAST_DAY = (int) LocalDate.of(2199, 12, 31).toEpochDay();

    /// The day, counted from 1970-01-01, or [#NO_DATE] where the text is not of this form.
    int epochDay(String text);

    default int inRange(String text) throws FieldProblem {
        int day = epochDay(text);
        if (day == NO_DATE) {
            throw new FieldProblem(Reason.NOT_A_DATE, text);
        }
        if (day < FIRST_DAY || day > LAST_DAY) {
            throw new FieldProblem(Reason.DATE_OUT_OF_RANGE, text);
        }
        return day;
    }
}
