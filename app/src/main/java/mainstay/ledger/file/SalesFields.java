package mainstay.ledger.file;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a sales line can work out by itself: the amount from quantity and price, the cost from the cost per
/// unit, the kind from the document number.
final class SalesFields {

    private final ReaderChoice choice;
    private final Map<Field, FieldReader> readers;

    SalesFields(ReaderChoice choice, Map<Field, FieldReader> readers) {
        this.choice = choice;
        this.readers = readers;
    }

    void derive(Profile profile) {
        product("quantity", "price").ifPresent(total -> fill("amount", total));
        product("quantity", "unitCost").ifPresent(total -> fill("cost", total));
        String prefix = profile.creditNotePrefix();
        FieldReader document = reader("document");
        if (prefix != null && document instanceof FieldReader.Text text) {
            readers.putIfAbsent(field("kind"), new FieldReader.DocumentPrefix(text.column(), prefix));
        }
    }

    private void fill(String name, Expression total) {
        Expression known = expression(reader(name), choice);
        Expression filled = known == null ? total : new Expression.OrElse(known, total);
        boolean calculated = reader(name) instanceof FieldReader.Computed;
        if (!calculated) {
            readers.put(field(name), new FieldReader.Computed(filled));
        }
    }

    private Optional<Expression> product(String left, String right) {
        Expression a = expression(reader(left), choice);
        Expression b = expression(reader(right), choice);
        return a == null || b == null ? Optional.empty() : Optional.of(new Expression.Pair(a, '*', b));
    }

    private @Nullable FieldReader reader(String name) {
        return readers.get(field(name));
    }

    private static Field field(String name) {
        return Kind.SALES.field(name).orElseThrow();
    }

    private static @Nullable Expression expression(@Nullable FieldReader reader, ReaderChoice choice) {
        if (reader instanceof FieldReader.Plain plain) {
            return choice.expression(plain.column());
        }
        return reader instanceof FieldReader.Computed computed ? computed.expression() : null;
    }

    static FieldReader negated(FieldReader reader, ReaderChoice choice) {
        Expression expression = expression(reader, choice);
        return expression == null
                ? reader
                : new FieldReader.Computed(
                        new Expression.Pair(new Expression.Constant(BigDecimal.ZERO), '-', expression));
    }
}
