package mainstay.ledger.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A number computed from columns, exactly; rounding to four decimals comes once, at the end. Unknown operands
/// make the result unknown.
sealed interface Expression {

    @Nullable
    BigDecimal value(Row row) throws FieldProblem;

    List<Integer> columns();

    record Column(int index, NumberForm form) implements Expression {
        @Override
        public @Nullable BigDecimal value(Row row) throws FieldProblem {
            String text = row.get(index);
            return text.isEmpty() ? null : Decimals.exact(text, form);
        }

        @Override
        public List<Integer> columns() {
            return List.of(index);
        }
    }

    record Constant(BigDecimal number) implements Expression {
        @Override
        public BigDecimal value(Row row) {
            return number;
        }

        @Override
        public List<Integer> columns() {
            return List.of();
        }
    }

    record Pair(Expression left, char operator, Expression right) implements Expression {
        @Override
        public @Nullable BigDecimal value(Row row) throws FieldProblem {
            BigDecimal a = left.value(row);
            BigDecimal b = right.value(row);
            if (a == null || b == null) {
                return null;
            }
            return switch (operator) {
                case '+' -> a.add(b);
                case '-' -> a.subtract(b);
                case '*' -> a.multiply(b);
                default -> quotient(a, b);
            };
        }

        private static BigDecimal quotient(BigDecimal a, BigDecimal b) throws FieldProblem {
            if (b.signum() == 0) {
                throw new FieldProblem(Reason.DIVIDED_BY_ZERO, null);
            }
            return a.divide(b, MathContext.DECIMAL128);
        }

        @Override
        public List<Integer> columns() {
            return Stream.concat(left.columns().stream(), right.columns().stream())
                    .toList();
        }
    }

    /// The first where it is known, else the second.
    record OrElse(Expression first, Expression second) implements Expression {
        @Override
        public @Nullable BigDecimal value(Row row) throws FieldProblem {
            BigDecimal value = first.value(row);
            return value == null ? second.value(row) : value;
        }

        @Override
        public List<Integer> columns() {
            return Stream.concat(first.columns().stream(), second.columns().stream())
                    .toList();
        }
    }
}
