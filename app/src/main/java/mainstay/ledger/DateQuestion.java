package mainstay.ledger;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// Which of two days a date of the file means: only its sender knows.
public record DateQuestion(String column, String example, Answer dayFirst, Answer monthFirst) {

    /// One way to read it.
    public record Answer(String pattern, LocalDate day) {}

    static DateQuestion of(String column, String example) {
        String between = example.contains("-") ? "-" : "/";
        return new DateQuestion(
                column,
                example,
                answer("d" + between + "M" + between + "yyyy", example),
                answer("M" + between + "d" + between + "yyyy", example));
    }

    private static Answer answer(String pattern, String example) {
        String day = Optional.of(example.indexOf(' '))
                .filter(at -> at > 0)
                .map(at -> example.substring(0, at))
                .orElse(example);
        return new Answer(pattern, LocalDate.parse(day, DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)));
    }
}
