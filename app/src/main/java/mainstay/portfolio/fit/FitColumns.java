package mainstay.portfolio.fit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mainstay.portfolio.fit.Lines.Line;
import mainstay.shared.Problem;

/// Which column of a file holds what; −1 for one that is not there.
///
/// Headers decide where there are any, otherwise the number of columns and what the first lines hold.
record FitColumns(boolean isLog, boolean hasHeader, int customer, int first, int second, int third, int amount) {

    static FitColumns of(Lines lines) {
        Line top = lines.first().getFirst();
        boolean header = top.cells().stream()
                .allMatch(
                        cell -> Cells.number(cell).isEmpty() && Cells.day(cell).isEmpty());
        List<Line> looked = lines.first().subList(header ? 1 : 0, lines.first().size());
        if (looked.isEmpty()) {
            throw new Problem.Invalid("fit.onlyHeader");
        }
        int date = header ? HeaderWords.DATE.column(top) : -1;
        if (header && date < 0 && HeaderWords.X.column(top) >= 0) {
            return summary(top);
        }
        date = date >= 0 ? date : dateColumn(looked);
        if (date >= 0) {
            return header ? log(top, date) : log(looked.getFirst().cells().size(), date);
        }
        if (header) {
            throw new Problem.Invalid("fit.unknownColumns", String.join(", ", top.cells()));
        }
        return summary(looked);
    }

    private static FitColumns summary(Line header) {
        int last = HeaderWords.LAST.column(header);
        int age = HeaderWords.AGE.column(header);
        if (last < 0 || age < 0) {
            throw new Problem.Invalid("fit.unknownColumns", String.join(", ", header.cells()));
        }
        return new FitColumns(
                false,
                true,
                HeaderWords.customer(header),
                HeaderWords.X.column(header),
                last,
                age,
                HeaderWords.AMOUNT.column(header));
    }

    /// x, t_x, T[, m], with the customer before them or not: whichever reading contradicts no line.
    private static FitColumns summary(List<Line> rows) {
        int width = rows.getFirst().cells().size();
        boolean named = width > 4 || (width == 4 && !fits(rows, 0) && fits(rows, 1));
        int first = named ? 1 : 0;
        if (width < 3 + first) {
            throw new Problem.Invalid("fit.tooFewColumns", width);
        }
        return new FitColumns(false, false, first - 1, first, first + 1, first + 2, width > first + 3 ? first + 3 : -1);
    }

    private static boolean fits(List<Line> rows, int first) {
        return rows.stream()
                .filter(row -> row.cells().size() > first + 2)
                .allMatch(row -> isCustomer(row.cells(), first));
    }

    private static boolean isCustomer(List<String> cells, int first) {
        double x = Cells.number(cells.get(first)).orElse(-1);
        double last = Cells.number(cells.get(first + 1)).orElse(-1);
        double age = Cells.number(cells.get(first + 2)).orElse(-1);
        return x >= 0 && Math.rint(x) == x && last >= 0 && last <= age && (x > 0) == (last > 0);
    }

    private static int dateColumn(List<Line> rows) {
        int width = rows.stream().mapToInt(row -> row.cells().size()).min().orElse(0);
        for (int i = 0; i < width; i++) {
            int column = i;
            if (rows.stream().allMatch(row -> Cells.day(row.cells().get(column)).isPresent())) {
                return i;
            }
        }
        return rows.stream()
                                        .filter(row -> row.cells().size() > 1
                                                && Cells.day(row.cells().get(1)).isPresent())
                                        .count()
                                * 2
                        > rows.size()
                ? 1
                : -1;
    }

    private static FitColumns log(Line header, int date) {
        int customer = HeaderWords.buyer(header, date);
        return new FitColumns(true, true, customer, date, -1, -1, HeaderWords.AMOUNT.column(header));
    }

    /// The customer stands before the day; after it the quantity and the amount, or the amount alone.
    private static FitColumns log(int width, int date) {
        if (width < 2) {
            throw new Problem.Invalid("fit.tooFewColumns", width);
        }
        int customer = date == 0 ? 1 : date - 1;
        int last = width - 1;
        return new FitColumns(true, false, customer, date, -1, -1, last > Math.max(date, customer) ? last : -1);
    }

    /// The columns that were taken, by what they hold: their headers, or their numbers from 1 on.
    Map<String, String> taken(Line top) {
        Map<String, String> taken = new LinkedHashMap<>();
        put(taken, "customer", customer, top);
        put(taken, isLog ? "date" : "x", first, top);
        put(taken, "tx", second, top);
        put(taken, "T", third, top);
        put(taken, isLog ? "amount" : "m", amount, top);
        return taken;
    }

    private void put(Map<String, String> taken, String what, int column, Line top) {
        if (column >= 0) {
            taken.put(what, hasHeader ? top.cells().get(column) : String.valueOf(column + 1));
        }
    }
}
