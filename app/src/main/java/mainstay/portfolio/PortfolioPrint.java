package mainstay.portfolio;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import mainstay.portfolio.PortfolioReport.Top;
import mainstay.portfolio.PortfolioReport.Whale;
import org.jspecify.annotations.Nullable;

/// A portfolio report as plain lines for a terminal.
///
/// @param group  whether groups under common control count as one
/// @param latest the last day with sales
record PortfolioPrint(
        PrintWriter out, boolean group, @Nullable LocalDate latest) {

    private static final String EACH = "each account by itself; --group counts groups as one";
    private static final String GROUPS = "groups under common control counted as one";

    void print(PortfolioReport report) {
        LocalDate asOf = report.asOf();
        if (asOf == null) {
            out.println("There are no sales yet. Import a file first: bin/mainstay import FILE");
            return;
        }
        line("Period", report.from() + " to " + report.to() + ", " + known(asOf));
        line("Revenue", report.revenue().toPlainString() + " " + report.currency());
        line("Accounts", report.accounts() + " with " + report.lines() + " lines, " + (group ? GROUPS : EACH));
        line("Unattributed", report.unattributedRevenue().toPlainString());
        line("Returns", report.returns().toPlainString());
        if (report.unknownLines() > 0) {
            line("Not counted", report.unknownLines() + " lines in another currency without an exchange rate");
        }
        line("Top 20 %", percent(report.topFifthShare()) + " of revenue");
        line("80 % of revenue", Objects.toString(report.accountsForEighty(), "unknown number of") + " accounts");
        line("Gini, HHI", decimal(report.gini()) + ", " + decimal(report.hhi()));
        line("Largest 4, 10", percent(report.cr4()) + ", " + percent(report.cr10()));
        print(report.whale());
        out.println();
        report.top().forEach(this::print);
    }

    /// Of a day after the last sales nothing is known but these.
    private String known(LocalDate asOf) {
        return latest == null || !latest.isBefore(asOf) ? "data to " + asOf : "data to " + latest + ", as of " + asOf;
    }

    private void print(Whale whale) {
        line("Cost known", percent(whale.knownCostShare()) + " of revenue");
        if (whale.peak() != null) {
            line("Profit peak", percent(whale.peak()) + ", erosion " + percent(whale.erosion()));
            line(
                    "Loss-makers",
                    whale.unprofitableAccounts() + " accounts, " + percent(whale.unprofitableShare()) + " of all");
        }
    }

    private void print(Top top) {
        out.printf(
                Locale.ROOT,
                "%-14s %-40s %18s %8s%n",
                top.code(),
                top.name(),
                top.revenue().toPlainString(),
                percent(top.share()));
    }

    private void line(String label, String value) {
        out.printf(Locale.ROOT, "%-16s %s%n", label, value);
    }

    private static String percent(@Nullable Double fraction) {
        return fraction == null ? "unknown" : String.format(Locale.ROOT, "%.2f %%", 100 * fraction);
    }

    private static String decimal(@Nullable Double value) {
        return value == null ? "unknown" : String.format(Locale.ROOT, "%.4f", value);
    }
}
