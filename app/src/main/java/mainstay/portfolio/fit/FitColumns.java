package mainstay.portfolio.fit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import mainstay.portfolio.fit.Lines.Line;
import mainstay.shared.Problem;

/// Which column of a file holds what; −1 for one that is not there.
///
/// Headers decide where there are any, otherwise the number of columns and what the first lines hold.
record FitColumns(boolean isLog, boolean hasHeader, int customer, int first, int second, int third, int amount) {

    private static final Map<String, List<String>> NAMES = Map.of(
            "customer",
                    List.of(
                            "customer",
                            "customerid",
                            "custid",
                            "cust",
                            "id",
                            "code",
                            "account",
                            "客户",
                            "客户编号",
                            "客戶",
                            "客戶編號"),
            "date", List.of("date", "day", "invoicedate", "orderdate", "日期"),
            "amount",
                    List.of(
                            "amount",
                            "sales",
                            "value",
                            "price",
                            "spend",
                            "m",
                            "zbar",
                            "monetaryvalue",
                            "mean",
                            "金额",
                            "金額"),
            "x", List.of("x", "frequency", "repeatpurchases"),
            "tx", List.of("tx", "recency", "ageatlastpurchase"),
            "T", List.of("t", "tcal", "age"));

    static FitColumns of(Lines lines) {
        Line top = lines.first().getFirst();
        boolean header = top.cells().stream()
                .allMatch(
                        cell -> Cells.number(cell).isEmpty() && Cells.day(cell).isEmpty());
        List<Line> looked = lines.first().subList(header ? 1 : 0, lines.first().size());
        if (looked.isEmpty()) {
            throw new Problem.Invalid("fit.onlyHeader");
        }
        int date = header ? named(top, "date") : -1;
        if (header && date < 0 && named(top, "x") >= 0) {
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
        int last = named(header, "tx");
        int age = named(header, "T");
        if (last < 0 || age < 0) {
            throw new Problem.Invalid("fit.unknownColumns", String.join(", ", header.cells()));
        }
        return new FitColumns(
                false, true, named(header, "customer"), named(header, "x"), last, age, named(header, "amount"));
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
        int customer = named(header, "customer");
        if (customer < 0) {
            customer = date == 0 ? 1 : date - 1;
        }
        if (customer >= header.cells().size()) {
            throw new Problem.Invalid("fit.unknownColumns", String.join(", ", header.cells()));
        }
        return new FitColumns(true, true, customer, date, -1, -1, named(header, "amount"));
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

    private static int named(Line header, String what) {
        List<String> names = NAMES.getOrDefault(what, List.of());
        for (int i = 0; i < header.cells().size(); i++) {
            String name = header.cells().get(i).toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
            if (names.contains(name)) {
                return i;
            }
        }
        return -1;
    }
}
