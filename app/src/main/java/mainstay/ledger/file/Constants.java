package mainstay.ledger.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What may stand as a constant in a map: it goes into every row as it is.
final class Constants {

    private Constants() {}

    static String checked(Field field, String text) throws FileRefused {
        try {
            boolean fitting = switch (field.type()) {
                case CODE, ACCOUNT, NAME ->
                    !text.isBlank() && Texts.checked(text, field.type()).equals(text);
                case CURRENCY -> text.equals(CurrencyNames.code(text));
                case MONTH -> new MonthForm(KnownDateForm.ISO).inRange(text) == KnownDateForm.ISO.inRange(text);
                case DATE -> KnownDateForm.ISO.inRange(text) != DateForm.NO_DATE && text.length() == 10;
                case FLAG -> text.equals("t") || text.equals("f");
                case DOCUMENT_KIND -> text.equals("invoice") || text.equals("credit");
                case NUMBER, LIMIT, PERCENT, EXACT, WHOLE, TERM -> false;
            };
            if (fitting) {
                return text;
            }
        } catch (FieldProblem unfitting) {
            throw refused(text, unfitting);
        }
        throw refused(text, null);
    }

    private static FileRefused refused(String text, @Nullable FieldProblem cause) {
        return new FileRefused(List.of(RowProblem.ofFile(Reason.BAD_EXPRESSION, "'" + text + "'")), cause);
    }
}
