package mainstay.ledger.file;

import java.math.BigDecimal;
import java.util.function.IntFunction;

/// Reads `UnitPrice * Quantity * (1 - Discount)`. Names with blanks stand in `[brackets]`.
final class ExpressionParser {

    private final String text;
    private final Columns columns;
    private final IntFunction<NumberForm> forms;
    private int at;

    private ExpressionParser(String text, Columns columns, IntFunction<NumberForm> forms) {
        this.text = text;
        this.columns = columns;
        this.forms = forms;
    }

    static Expression parse(String text, Columns columns, IntFunction<NumberForm> forms) throws FileRefused {
        ExpressionParser parser = new ExpressionParser(text, columns, forms);
        Expression expression = parser.sum();
        if (parser.peek() != 0) {
            throw parser.bad();
        }
        return expression;
    }

    private Expression sum() throws FileRefused {
        Expression left = product();
        for (char c = peek(); c == '+' || c == '-'; c = peek()) {
            at++;
            left = new Expression.Pair(left, c, product());
        }
        return left;
    }

    private Expression product() throws FileRefused {
        Expression left = factor();
        for (char c = peek(); c == '*' || c == '/'; c = peek()) {
            at++;
            left = new Expression.Pair(left, c, factor());
        }
        return left;
    }

    private Expression factor() throws FileRefused {
        char c = peek();
        if (c == '-') {
            at++;
            return new Expression.Pair(new Expression.Constant(BigDecimal.ZERO), '-', factor());
        }
        if (c == '(') {
            at++;
            Expression inner = sum();
            expect(')');
            return inner;
        }
        if (c == '[') {
            at++;
            String name = until(']');
            return column(name);
        }
        String word = word();
        return Character.isDigit(word.charAt(0)) ? constant(word) : column(word);
    }

    private Expression constant(String word) throws FileRefused {
        try {
            return new Expression.Constant(new BigDecimal(word));
        } catch (NumberFormatException e) {
            throw bad();
        }
    }

    private Expression column(String name) throws FileRefused {
        int index = ColumnNames.find(columns, name);
        return new Expression.Column(index, forms.apply(index));
    }

    private String word() throws FileRefused {
        int from = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_.#".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (from == at) {
            throw bad();
        }
        return text.substring(from, at);
    }

    private String until(char end) throws FileRefused {
        int to = text.indexOf(end, at);
        if (to < 0) {
            throw bad();
        }
        String name = text.substring(at, to);
        at = to + 1;
        return name;
    }

    private void expect(char c) throws FileRefused {
        if (peek() != c) {
            throw bad();
        }
        at++;
    }

    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private FileRefused bad() {
        return new FileRefused(RowProblem.ofFile(Reason.BAD_EXPRESSION, text));
    }
}
