package mainstay.portfolio.profit;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mainstay.shared.web.Text;

/// Who leaves within a year by the values, closed accounts aside.
///
/// @param customers of whom it is known how surely they stay
/// @param all       who of them leave, as a sum of probabilities
/// @param gone      of it with accounts that are probably gone already
record Leaving(int customers, double all, double gone) {

    /// Nothing where it is known of nobody.
    ///
    /// @param stays how surely each stays, 0 with closed accounts
    /// @param gone  accounts that are probably gone
    static Optional<Leaving> of(Map<Long, Double> stays, Set<Long> gone) {
        return stays.isEmpty()
                ? Optional.empty()
                : Optional.of(new Leaving(
                        stays.size(),
                        stays.values().stream()
                                .filter(stay -> stay > 0)
                                .mapToDouble(stay -> 1 - stay)
                                .sum(),
                        stays.entrySet().stream()
                                .filter(stay -> stay.getValue() > 0 && gone.contains(stay.getKey()))
                                .mapToDouble(stay -> 1 - stay.getValue())
                                .sum()));
    }

    double part() {
        return all / customers;
    }

    Text sentence() {
        return Text.of("profit.whatIf.gone", all, gone);
    }
}
