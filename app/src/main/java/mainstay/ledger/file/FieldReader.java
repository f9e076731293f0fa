package mainstay.ledger.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes one field out of a row and writes it for the database.
sealed interface FieldReader {

    /// Whether the row held a value.
    boolean read(Row row, RowSink out) throws FieldProblem;

    /// The columns of the file that go into the field.
    List<Integer> columns();

    record Absent() implements FieldReader {
        @Override
        public boolean read(Row row, RowSink out) {
            out.nothing();
            return false;
        }

        @Override
        public List<Integer> columns() {
            return List.of();
        }
    }

    record Text(int column, FieldType type) implements FieldReader {
        @Override
        public boolean read(Row row, RowSink out) throws FieldProblem {
            String value = row.get(column);
            if (value.isEmpty()) {
                out.nothing();
                return false;
            }
            out.text(Texts.checked(value, type));
            return true;
        }

        @Override
        public List<Integer> columns() {
            return List.of(column);
        }
    }

    /// A currency, by its code or its name. What is neither is kept as it is; the row is bad then.
    record CurrencyCode(int column) implements FieldReader {
        @Override
        public boolean read(Row row, RowSink out) throws FieldProblem {
            String value = row.get(column);
            if (value.isEmpty()) {
                out.nothing();
                return false;
            }
            String code = CurrencyNames.code(value);
            out.text(code == null ? Texts.checked(value, FieldType.CURRENCY) : code);
            return true;
        }

        @Override
        public List<Integer> columns() {
            return List.of(column);
        }
    }

    record Fixed(String value) implements FieldReader {
        @Override
        public boolean read(Row row, RowSink out) {
            out.text(value);
            return true;
        }

        @Override
        public List<Integer> columns() {
            return List.of();
        }
    }

    record Day(int column, DateForm form) implements FieldReader {
        @Override
        public boolean read(Row row, RowSink out) throws FieldProblem {
            String value = row.get(column);
            if (value.isEmpty()) {
                out.nothing();
                return false;
            }
            out.day(form.inRange(value));
            return true;
        }

        @Override
        public List<Integer> columns() {
            return List.of(column);
        }
    }

    /// A number straight from its column.
    record Plain(int column, NumberForm form, Range range) implements FieldReader {
        @Override
        public boolean read(Row row, RowSink out) throws FieldProblem {
            String text = row.get(column);
            long value = Decimals.scaled(text, form);
            if (value == Decimals.UNKNOWN) {
                out.nothing();
                return false;
            }
            out.number(range.checked(value, text));
            return true;
        }

        @Override
        public List<Integer> columns() {
            return List.of(column);
        }
    }

    /// A number of percent; the sign may follow it.
    record Percent(int column, NumberForm form) implements FieldReader {
        @Override
        public boolean read(Row row, RowSink out) throws FieldProblem {
            String text = row.get(column);
            if (text.isEmpty()) {
                out.nothing();
                return false;
            }
            out.number(Range.PERCENT.checked(scaled(text, form), text));
            return true;
        }

        static long scaled(String text, NumberForm form) throws FieldProblem {
            boolean signed = text.endsWith("%") || text.endsWith("％");
            try {
                long value = Decimals.scaled(
                        signed ? text.substring(0, text.length() - 1).strip() : text, form);
                if (value != Decimals.UNKNOWN) {
                    return value;
                }
            } catch (FieldProblem ofRest) {
                throw ofRest.about(text);
            }
            throw new FieldProblem(Reason.NOT_A_NUMBER, text);
        }

        @Override
        public List<Integer> columns() {
            return List.of(column);
        }
    }

    /// A positive factor that must keep its small decimals.
    record Exact(int column, NumberForm form) implements FieldReader {
        @Override
        public boolean read(Row row, RowSink out) throws FieldProblem {
            String value = row.get(column);
            if (value.isEmpty()) {
                out.nothing();
                return false;
            }
            BigDecimal exact =
                    Decimals.inRange(Decimals.exact(value, form), value).setScale(10, RoundingMode.HALF_UP);
            if (exact.signum() <= 0) {
                throw new FieldProblem(Reason.NOT_POSITIVE, value);
            }
            out.text(exact.toPlainString());
            return true;
        }

        @Override
        public List<Integer> columns() {
            return List.of(column);
        }
    }

    /// What a calculation gives is none of the file's own values: a problem quotes those that went into it.
    record Computed(Expression expression) implements FieldReader {
        @Override
        public boolean read(Row row, RowSink out) throws FieldProblem {
            BigDecimal value = value(row);
            if (value == null) {
                out.nothing();
                return false;
            }
            out.number(scaled(value, row));
            return true;
        }

        private @Nullable BigDecimal value(Row row) throws FieldProblem {
            try {
                return expression.value(row);
            } catch (FieldProblem problem) {
                throw problem.value() == null ? problem.about(operands(row)) : problem;
            }
        }

        private long scaled(BigDecimal value, Row row) throws FieldProblem {
            try {
                return Decimals.scaled(value, "");
            } catch (FieldProblem problem) {
                throw problem.about(operands(row));
            }
        }

        private String operands(Row row) {
            return columns().stream()
                    .distinct()
                    .map(row::get)
                    .filter(operand -> !operand.isEmpty())
                    .collect(Collectors.joining("; "));
        }

        @Override
        public List<Integer> columns() {
            return expression.columns();
        }
    }

    record Whole(int column, Range range) implements FieldReader {
        @Override
        public boolean read(Row row, RowSink out) throws FieldProblem {
            String value = row.get(column);
            if (value.isEmpty()) {
                out.nothing();
                return false;
            }
            long scaled = Decimals.scaled(value, NumberForm.POINT);
            if (scaled % 10_000 != 0) {
                throw new FieldProblem(Reason.NOT_A_WHOLE_NUMBER, value);
            }
            out.number(range.checked(scaled / 10_000, value));
            return true;
        }

        @Override
        public List<Integer> columns() {
            return List.of(column);
        }
    }

    record Flag(int column) implements FieldReader {
        private static final Set<String> YES = Set.of("true", "t", "yes", "y", "1", "1.0", "是", "有");
        private static final Set<String> NO = Set.of("false", "f", "no", "n", "0", "0.0", "否", "无");

        @Override
        public boolean read(Row row, RowSink out) throws FieldProblem {
            String value = row.get(column).toLowerCase(Locale.ROOT);
            if (value.isEmpty()) {
                out.nothing();
                return false;
            }
            if (!YES.contains(value) && !NO.contains(value)) {
                throw new FieldProblem(Reason.NOT_YES_OR_NO, value);
            }
            out.flag(YES.contains(value));
            return true;
        }

        @Override
        public List<Integer> columns() {
            return List.of(column);
        }
    }

    /// Invoice or credit note, from a column that says so.
    record DocumentKind(int column) implements FieldReader {
        private static final Set<String> INVOICE =
                Set.of("", "invoice", "inv", "i", "sale", "sales", "发票", "销售", "销售出库", "销售发票", "蓝字", "發票", "銷售");
        private static final Set<String> CREDIT = Set.of(
                "creditnote",
                "credit",
                "cn",
                "c",
                "return",
                "returns",
                "refund",
                "贷项",
                "贷项通知单",
                "红字",
                "红字发票",
                "退货",
                "销售退货",
                "冲红",
                "退貨");

        @Override
        public boolean read(Row row, RowSink out) throws FieldProblem {
            String value = known(row.get(column));
            if (!INVOICE.contains(value) && !CREDIT.contains(value)) {
                throw new FieldProblem(Reason.NOT_A_DOCUMENT_KIND, row.get(column));
            }
            out.text(CREDIT.contains(value) ? "credit" : "invoice");
            return true;
        }

        /// Most files write it plainly.
        private static String known(String value) {
            return INVOICE.contains(value) || CREDIT.contains(value) ? value : Columns.normal(value);
        }

        @Override
        public List<Integer> columns() {
            return List.of(column);
        }
    }

    /// Invoice or credit note, from how the document number begins.
    record DocumentPrefix(int document, String prefix) implements FieldReader {
        @Override
        public boolean read(Row row, RowSink out) {
            out.text(row.get(document).startsWith(prefix) ? "credit" : "invoice");
            return true;
        }

        @Override
        public List<Integer> columns() {
            return List.of(document);
        }
    }
}
