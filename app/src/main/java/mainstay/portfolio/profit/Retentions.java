package mainstay.portfolio.profit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import mainstay.portfolio.AccountTotal;
import org.jspecify.annotations.Nullable;

/// How surely each account stays for another year.
///
/// @param byAccount what is known of single ones
/// @param others    of all others
record Retentions(Source source, Map<Long, Double> byAccount, double others) {

    /// Where it is known from.
    enum Source {
        /// Somebody asked for one.
        ASKED,
        /// What the values of accounts imply.
        VALUES,
        /// Who of the year before bought again.
        LEDGER;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param implied  by the values of accounts, in which accounts may be missing; they take the mean
    /// @param observed in the ledger; null where it does not reach back far enough
    /// @return nothing where none of them is known
    static Optional<Retentions> of(Optional<Double> asked, Map<Long, Double> implied, @Nullable Double observed) {
        if (asked.isPresent()) {
            return Optional.of(new Retentions(Source.ASKED, Map.of(), asked.get()));
        }
        var mean = implied.values().stream().mapToDouble(Double::doubleValue).average();
        if (mean.isPresent()) {
            return Optional.of(new Retentions(Source.VALUES, implied, mean.getAsDouble()));
        }
        return Optional.ofNullable(observed).map(found -> new Retentions(Source.LEDGER, Map.of(), found));
    }

    double of(AccountTotal account) {
        return byAccount.getOrDefault(account.account(), others);
    }

    /// The part of the customers that stays.
    double mean(List<AccountTotal> customers) {
        return customers.stream().mapToDouble(this::of).average().orElse(others);
    }

    /// The part of all leaving that has to be prevented for so many points fewer defections; nobody stays
    /// more surely than
    /// for certain.
    ///
    /// @param points as a fraction
    double cut(List<AccountTotal> customers, double points) {
        double leaving = 1 - mean(customers);
        return leaving <= points ? 1 : points / leaving;
    }
}
