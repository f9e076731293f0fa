package mainstay.ledger.file;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What must hold of a row whose fields are good by themselves.
sealed interface RowCheck {

    /// What is wrong, or null.
    @Nullable
    RowProblem problem(Row row);

    static List<RowCheck> of(Mapping mapping) {
        Stream<Optional<? extends RowCheck>> checks = switch (mapping.kind()) {
            case ACCOUNTS -> Stream.of(days(mapping, "openedOn", "closedOn", Reason.CLOSED_BEFORE_OPENED));
            case RECEIVABLES -> Stream.of(days(mapping, "issued", "due", Reason.DATES_REVERSED));
            case PRODUCTS -> Stream.of(days(mapping, "floorFrom", "floorTo", Reason.DATES_REVERSED));
            case TERRITORIES -> Stream.of(different(mapping, "region", "parent"));
            default -> Stream.empty();
        };
        return Stream.concat(checks, Stream.of(currency(mapping)))
                .<RowCheck>flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Days> days(Mapping mapping, String earlier, String later, Reason reason) {
        boolean both =
                mapping.reader(earlier) instanceof FieldReader.Day && mapping.reader(later) instanceof FieldReader.Day;
        return both
                ? Optional.of(new Days(
                        (FieldReader.Day) mapping.reader(earlier),
                        (FieldReader.Day) mapping.reader(later),
                        reason,
                        mapping.columns().names()))
                : Optional.empty();
    }

    private static Optional<Different> different(Mapping mapping, String own, String other) {
        boolean both =
                mapping.reader(own) instanceof FieldReader.Text && mapping.reader(other) instanceof FieldReader.Text;
        return both
                ? Optional.of(new Different(
                        mapping.reader(own).columns().getFirst(),
                        mapping.reader(other).columns().getFirst(),
                        mapping.columns().names()))
                : Optional.empty();
    }

    private static Optional<KnownCurrency> currency(Mapping mapping) {
        return mapping.reader("currency") instanceof FieldReader.CurrencyCode code
                ? Optional.of(new KnownCurrency(code.column(), mapping.columns().names()))
                : Optional.empty();
    }

    /// What is no currency can never have a rate, and its amounts would stay unknown without anybody being told
    /// why.
    record KnownCurrency(int column, List<String> names) implements RowCheck {
        @Override
        public @Nullable RowProblem problem(Row row) {
            String value = row.get(column);
            return value.isEmpty() || CurrencyNames.code(value) != null
                    ? null
                    : RowProblem.of(row.line(), names.get(column), Reason.NO_SUCH_CURRENCY, value, value);
        }
    }

    /// One day does not lie before another.
    record Days(FieldReader.Day earlier, FieldReader.Day later, Reason reason, List<String> names) implements RowCheck {
        @Override
        public @Nullable RowProblem problem(Row row) {
            int from = earlier.form().epochDay(row.get(earlier.column()));
            String value = row.get(later.column());
            int to = later.form().epochDay(value);
            boolean reversed = from != DateForm.NO_DATE && to != DateForm.NO_DATE && to < from;
            String name = names.get(later.column());
            return reversed ? RowProblem.of(row.line(), name, reason, value, name, names.get(earlier.column())) : null;
        }
    }

    /// A region is not part of itself.
    record Different(int own, int other, List<String> names) implements RowCheck {
        @Override
        public @Nullable RowProblem problem(Row row) {
            String value = row.get(other);
            return value.equals(row.get(own))
                    ? RowProblem.of(row.line(), names.get(other), Reason.REGION_CIRCLE, value, value)
                    : null;
        }
    }
}
