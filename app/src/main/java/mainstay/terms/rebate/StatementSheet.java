package mainstay.terms.rebate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;

/// A statement as tables, in one language, for the files in which it leaves the house.
///
/// @param currency of all money in it
record StatementSheet(String title, String currency, List<Table> tables) {

    /// @param header empty where rows speak for themselves
    record Table(String heading, List<String> header, List<List<Cell>> rows) {}

    /// What stands in a cell; what is unknown stays empty.
    sealed interface Cell {

        record Words(String words) implements Cell {}

        record Day(LocalDate day) implements Cell {}

        record Amount(@Nullable Long tenThousandths) implements Cell {}

        record Share(double fraction) implements Cell {}
    }

    static StatementSheet of(Statement statement, Texts texts, Locale language, String currency) {
        Rebate rebate = statement.rebate();
        Writer writer = new Writer(texts, language);
        return new StatementSheet(
                texts.get(language, "rebate.statementOf", rebate.name()),
                currency,
                List.of(
                        writer.summary(statement),
                        writer.steps(statement.rule()),
                        writer.months(statement),
                        writer.bookings(statement)));
    }

    private record Writer(Texts texts, Locale language) {

        Table summary(Statement statement) {
            Rebate rebate = statement.rebate();
            LocalDate asOf = statement.asOf();
            List<List<Cell>> rows = new ArrayList<>();
            rows.add(List.of(words("accounts.name"), new Cell.Words(rebate.code() + "  " + rebate.name())));
            rows.add(List.of(words("rebate.ladder"), new Cell.Words(rebate.ladder())));
            rows.add(List.of(words("rebate.basis"), words("rebate.basis." + rebate.basis())));
            rows.add(List.of(words("rebate.column.from"), new Cell.Day(rebate.countsFrom())));
            rows.add(List.of(words("rebate.column.to"), new Cell.Day(rebate.countsTo())));
            if (asOf != null) {
                rows.add(List.of(words("rebate.asOf"), new Cell.Day(asOf)));
            }
            rows.add(List.of(words("rebate.measured"), new Cell.Amount(rebate.measured())));
            if (rebate.reference() != null) {
                rows.add(List.of(words("rebate.column.reference"), new Cell.Amount(rebate.reference())));
            }
            rows.add(List.of(words("rebate.earned"), new Cell.Amount(rebate.earned())));
            rows.add(List.of(words("rebate.expected"), new Cell.Amount(rebate.expected())));
            rows.add(List.of(words("rebate.column.paid"), new Cell.Amount(rebate.paid())));
            rows.add(List.of(words("rebate.column.clawed"), new Cell.Amount(rebate.clawed())));
            rows.add(List.of(words("rebate.column.repaid"), new Cell.Amount(rebate.repaid())));
            rows.add(List.of(words("rebate.balance"), new Cell.Amount(rebate.balance())));
            Long against = rebate.against();
            if (against != null && against > 0) {
                rows.add(List.of(words("rebate.against"), new Cell.Amount(against)));
            }
            if (rebate.isVoid()) {
                rows.add(List.of(words("rebate.status"), words(rebate.voidKey())));
            }
            return new Table(text("rebate.statement"), List.of(), rows);
        }

        Table steps(LadderRule rule) {
            boolean money = rule.basis() == Basis.REVENUE;
            return new Table(
                    text("rebate.steps"),
                    List.of(text("rebate.threshold"), text("rebate.rate")),
                    rule.steps().stream()
                            .map(step -> List.of(
                                    money
                                            ? new Cell.Amount(step.money())
                                            : new Cell.Share(step.threshold().doubleValue()),
                                    (Cell) new Cell.Share(step.rate().doubleValue())))
                            .toList());
        }

        Table months(Statement statement) {
            return new Table(
                    text("rebate.months"),
                    List.of(
                            text("rebate.month"),
                            text("rebate.bought"),
                            text("rebate.soFar"),
                            text("rebate.earned"),
                            text("rebate.added")),
                    statement.months().stream()
                            .map(month -> List.<Cell>of(
                                    new Cell.Words(texts.get(language, month.named())),
                                    new Cell.Amount(month.bought()),
                                    new Cell.Amount(month.measured()),
                                    new Cell.Amount(month.earned()),
                                    new Cell.Amount(month.added())))
                            .toList());
        }

        Table bookings(Statement statement) {
            return new Table(
                    text("rebate.bookings"),
                    List.of(
                            text("rebate.booking"),
                            text("rebate.amount"),
                            text("rebate.status"),
                            text("agreement.reason")),
                    statement.bookings().stream()
                            .map(booking -> List.of(
                                    words("rebate.kind." + booking.kind()),
                                    new Cell.Amount(booking.amount()),
                                    words("rebate.booking." + booking.state()),
                                    new Cell.Words(booking.reason())))
                            .toList());
        }

        private Cell words(String key) {
            return new Cell.Words(text(key));
        }

        private String text(String key) {
            return texts.get(language, key);
        }
    }
}
