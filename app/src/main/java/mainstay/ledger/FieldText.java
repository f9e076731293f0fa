package mainstay.ledger;

import java.time.LocalDate;
import mainstay.ledger.file.Field;
import mainstay.shared.web.PageContext;

/// A value of the ledger as people read it.
public final class FieldText {

    private FieldText() {}

    public static String label(PageContext page, Field field) {
        return label(page, field.name());
    }

    /// The name of a field in words; of a column, as it is.
    public static String label(PageContext page, String name) {
        String key = "imports.field." + name;
        return page.knows(key) ? page.t(key) : name;
    }

    /// @param value as it goes into the database; empty where unknown
    public static String of(PageContext page, Field field, String value) {
        if (value.isEmpty()) {
            return "—";
        }
        return switch (field.type()) {
            case DATE, MONTH -> page.date(LocalDate.parse(value));
            case NUMBER, LIMIT, PERCENT -> page.exactMoney(Long.valueOf(value));
            case FLAG -> page.t(value.startsWith("t") ? "imports.yes" : "imports.no");
            case DOCUMENT_KIND -> page.t(value.equals("credit") ? "imports.credit" : "imports.invoice");
            case CODE, CURRENCY, ACCOUNT, NAME, EXACT, WHOLE, TERM -> value;
        };
    }

    public static boolean isNumber(Field field) {
        return switch (field.type()) {
            case NUMBER, LIMIT, PERCENT, EXACT -> true;
            default -> false;
        };
    }
}
