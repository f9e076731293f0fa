package mainstay.portfolio.profit;

import java.util.List;
import mainstay.portfolio.AccountTotal;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;

/// Who leaves within a year, and who of them can still be kept. Closed accounts have left already; they neither stay
/// nor leave. Who is probably gone leaves, and nothing keeps it any more.
///
/// @param customers all that are counted
/// @param stay      how many of them stay, as a sum of probabilities
/// @param leave     how many leave
/// @param gone      of these with accounts that are probably gone already
/// @param closed    how many are closed
record Leaving(int customers, double stay, double leave, double gone, int closed) {

    static Leaving of(List<AccountTotal> customers, Retentions retentions) {
        return new Leaving(
                customers.size(),
                customers.stream().mapToDouble(retentions::of).sum(),
                customers.stream().mapToDouble(retentions::leaving).sum(),
                customers.stream()
                        .filter(total -> retentions.gone().contains(total.account()))
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

    /// How many leave that can still be kept.
    double keepable() {
        return leave - gone;
    }

    /// Of all customers.
    double keepablePart() {
        return customers == 0 ? 0 : keepable() / customers;
    }

    Text sentence() {
        return Text.of(
                "profit.whatIf.retention.values",
                Shown.share(customers == 0 ? null : Double.valueOf(stay / customers)),
                customers,
                leave,
                Shown.share(part()),
                gone,
                closed,
                keepable(),
                100 * keepablePart());
    }
}
