package mainstay.rating.finding;

import java.time.LocalDate;
import java.util.List;
import mainstay.portfolio.period.Address;
import org.jspecify.annotations.Nullable;

/// A page of the list of findings.
///
/// @param count of all that the filter finds
/// @param money of all of them, in ten-thousandths
/// @param asOf  day up to which the ledger was looked at; null before the first run
public record FindingsView(
        FindingFilter filter,
        List<Told> rows,
        long count,
        long money,
        int size,
        @Nullable LocalDate asOf,
        List<String> tests,
        List<FindingChoice> managers,
        List<FindingChoice> regions) {

    public long pages() {
        return Math.max(1, (count + size - 1) / size);
    }

    public Address address() {
        return filter.address("/findings");
    }

    public String at(int page) {
        return address().with("page", page == 1 ? null : page).toString();
    }

    public String export() {
        return filter.address("/findings/export").toString();
    }

    /// The address that sorts by a column, the other way round where it sorts by it already.
    public String by(String column) {
        String first = column.equals("account") ? "account" : "-" + column;
        String other = column.equals("account") ? "-account" : column;
        return address()
                .with("sort", filter.sorted().equals(first) ? other : first)
                .toString();
    }

    public String sortOf(String column) {
        return filter.sorted().equals(column)
                ? "ascending"
                : filter.sorted().equals("-" + column) ? "descending" : "none";
    }

    public String without(String name) {
        return address().with(name, null).toString();
    }
}
