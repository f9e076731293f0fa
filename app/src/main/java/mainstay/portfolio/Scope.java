package mainstay.portfolio;

import java.time.LocalDate;
import java.util.Locale;

/// A question with its days settled.
///
/// @param from first day, included
/// @param to last day, included, never after the as-of day
public record Scope(LocalDate asOf, LocalDate from, LocalDate to, boolean group, Basis by, SalesView view) {

    /// The same days of the year before.
    Scope yearBefore() {
        LocalDate last = from.minusDays(1);
        return lasts(12)
                ? new Scope(last, last.minusYears(1).plusDays(1), last, group, by, view)
                : new Scope(to.minusYears(1), from.minusYears(1), to.minusYears(1), group, by, view);
    }

    /// First day of the first whole month inside.
    public LocalDate monthsFrom() {
        return wholeMonths() ? firstWholeMonth() : to.plusDays(1);
    }

    /// Day after the last whole month inside.
    public LocalDate monthsTo() {
        return wholeMonths() ? to.plusDays(1).withDayOfMonth(1) : to.plusDays(1);
    }

    /// A statement for its view (`%VIEW%`), and for what counts as one (`%PARTY%`, with `%ROOTS%` joined to a table `p`
    /// of accounts and whom they have billed; groups need `:asOf`).
    public String fill(String sql) {
        String party = by == Basis.BILLED ? "p.bill_to_id" : "p.account_id";
        return sql.replace("%VIEW%", view.name().toLowerCase(Locale.ROOT))
                .replace("%PARTY%", group ? "coalesce(r.root_id, " + party + ")" : party)
                .replace("%ROOTS%", group ? "left join accounts.pub_root(:asOf) r on r.account_id = " + party : "");
    }

    private boolean lasts(int months) {
        return from.equals(to.minusMonths(months).plusDays(1));
    }

    private boolean wholeMonths() {
        return firstWholeMonth().isBefore(to.plusDays(1).withDayOfMonth(1));
    }

    private LocalDate firstWholeMonth() {
        return from.getDayOfMonth() == 1 ? from : from.plusMonths(1).withDayOfMonth(1);
    }
}
