package mainstay.portfolio.profit;

import java.util.List;
import java.util.Set;
import mainstay.portfolio.AccountTotal;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;

/// Who leaves within a year: the one meaning of leaving on the page. Closed accounts have left already; they neither
/// stay nor leave.
///
/// @param customers all that are counted
/// @param stay      how many of them stay, as a sum of probabilities
/// @param leave     how many leave
/// @param gone      of these with accounts that are probably gone already
/// @param closed    how many are closed
record Leaving(int customers, double stay, double leave, double gone, int closed) {

    static Leaving of(List<AccountTotal> customers, Retentions retentions, Set<Long> gone) {
        return new Leaving(
                customers.size(),
                customers.stream().mapToDouble(retentions::of).sum(),
                customers.stream().mapToDouble(retentions::leaving).sum(),
                customers.stream()
                        .filter(total -> gone.contains(total.account()))
                        .mapToDouble(retentions::leaving)
                        .sum(),
                Math.toIntExact(customers.stream()
                        .filter(total -> retentions.closed().contains(total.account()))
                        .count()));
    }

    /// Of all customers.
    double part() {
        return customers == 0 ? 0 : leave / customers;
    }

    Text sentence() {
        return Text.of(
                "profit.whatIf.retention.values",
                Shown.share(customers == 0 ? null : Double.valueOf(stay / customers)),
                customers,
                leave,
                Shown.share(part()),
                gone,
                closed);
    }
}
