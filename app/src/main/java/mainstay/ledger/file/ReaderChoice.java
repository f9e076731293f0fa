package mainstay.ledger.file;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Chooses how a field is read, given the text that defines it or the column that was found for it.
final class ReaderChoice {

    private final Columns columns;
    private final Sample sample;
    private final @Nullable DateForm dateForm;
    private final List<RowProblem> problems = new ArrayList<>();

    ReaderChoice(Columns columns, Sample sample, @Nullable DateForm dateForm) {
        this.columns = columns;
        this.sample = sample;
        this.dateForm = dateForm;
    }

    List<RowProblem> problems() {
        return problems;
    }

    /// The reader for a definition out of a map or a profile: a column, a quoted constant, or a calculation.
    FieldReader defined(Field field, String definition) throws FileRefused {
        String text = definition.strip();
        OptionalInt column = columns.exact(text);
        if (column.isPresent()) {
            return ofColumn(field, column.getAsInt());
        }
        if (text.length() > 1 && text.startsWith("'") && text.endsWith("'")) {
            return new FieldReader.Fixed(Constants.checked(field, text.substring(1, text.length() - 1)));
        }
        if (columns.alike(text).size() == 1) {
            return ofColumn(field, columns.alike(text).getFirst());
        }
        if (field.type().isNumber()) {
            return new FieldReader.Computed(expression(text));
        }
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        return ofColumn(field, ColumnNames.find(columns, bracketed ? text.substring(1, text.length() - 1) : text));
    }

    Expression expression(String text) throws FileRefused {
        OptionalInt column = columns.exact(text.strip());
        return column.isPresent()
                ? new Expression.Column(column.getAsInt(), sample.numberForm(column.getAsInt()))
                : ExpressionParser.parse(text, columns, sample::numberForm);
    }

    Expression expression(int column) {
        return new Expression.Column(column, sample.numberForm(column));
    }

    FieldReader ofColumn(Field field, int column) {
        return switch (field.type()) {
            case CODE, ACCOUNT, NAME -> new FieldReader.Text(column, field.type());
            case CURRENCY -> new FieldReader.CurrencyCode(column);
            case NUMBER -> new FieldReader.Plain(column, sample.numberForm(column), Range.ANY);
            case LIMIT -> new FieldReader.Plain(column, sample.numberForm(column), Range.LIMIT);
            case PERCENT -> new FieldReader.Percent(column, sample.numberForm(column));
            case EXACT -> new FieldReader.Exact(column, sample.numberForm(column));
            case WHOLE -> new FieldReader.Whole(column, Range.ANY);
            case TERM -> new FieldReader.Whole(column, Range.TERM);
            case FLAG -> new FieldReader.Flag(column);
            case DOCUMENT_KIND -> new FieldReader.DocumentKind(column);
            case DATE -> new FieldReader.Day(column, dateForm(column, sample.of(column)));
            case MONTH -> new FieldReader.Day(column, monthForm(column));
        };
    }

    private DateForm monthForm(int column) {
        List<String> values = sample.of(column);
        List<String> days = values.stream()
                .filter(value -> !MonthForm.isMonth(value) && DateForms.isDate(value))
                .toList();
        boolean noneIsOne = days.isEmpty() && values.stream().noneMatch(MonthForm::isMonth);
        return new MonthForm(dateForm(column, noneIsOne ? values : days));
    }

    private DateForm dateForm(int column, List<String> values) {
        if (dateForm != null) {
            return dateForm;
        }
        String name = columns.names().get(column);
        return switch (DateForms.in(values)) {
            case DateForms.Certain certain -> certain.form();
            case DateForms.Unclear unclear -> refused(name, Reason.DATE_ORDER_UNCLEAR, unclear.example());
            case DateForms.Unknown unknown -> refused(name, Reason.DATE_FORM_UNKNOWN, unknown.example());
            case DateForms.Mixed mixed -> {
                problems.add(RowProblem.of(
                        1, name, Reason.DATE_FORMS_MIXED, mixed.other(), name, mixed.example(), mixed.other()));
                yield KnownDateForm.ISO;
            }
        };
    }

    private DateForm refused(String column, Reason reason, String example) {
        problems.add(RowProblem.of(1, column, reason, example, column, example));
        return KnownDateForm.ISO;
    }
}
