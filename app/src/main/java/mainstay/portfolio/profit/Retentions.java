package mainstay.portfolio.profit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mainstay.portfolio.AccountTotal;
import org.jspecify.annotations.Nullable;

/// How surely each account stays for another year.
///
/// @param byAccount what is known of single ones
/// @param closed    accounts that have left before
/// @param gone      accounts that are probably gone already: they leave, and nothing keeps them any more
/// @param others    of all accounts of which nothing is known
record Retentions(Source source, Map<Long, Double> byAccount, Set<Long> closed, Set<Long> gone, double others) {

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

    /// @param asked    holds for everybody, for closed accounts too
    /// @param implied  by the values of accounts, in which accounts may be missing; they take the mean
    /// @param closed   accounts by the values
    /// @param gone     accounts that are probably gone by the values
    /// @param observed in the ledger; null where it does not reach back far enough
    /// @return nothing where none of them is known
    static Optional<Retentions> of(
            Optional<Double> asked,
            Map<Long, Double> implied,
            Set<Long> closed,
            Set<Long> gone,
            @Nullable Double observed) {
        if (asked.isPresent()) {
            return Optional.of(new Retentions(Source.ASKED, Map.of(), Set.of(), Set.of(), asked.get()));
        }
        var mean = implied.values().stream().mapToDouble(Double::doubleValue).average();
        if (mean.isPresent()) {
            return Optional.of(new Retentions(Source.VALUES, implied, closed, gone, mean.getAsDouble()));
        }
        return Optional.ofNullable(observed)
                .map(found -> new Retentions(Source.LEDGER, Map.of(), Set.of(), Set.of(), found));
    }

    double of(AccountTotal account) {
        return byAccount.getOrDefault(account.account(), others);
    }

    /// The part of the customers that stays.
    double mean(List<AccountTotal> customers) {
        return customers.stream().mapToDouble(this::of).average().orElse(others);
    }

    /// How much of an account leaves: nothing of one that is closed.
    double leaving(AccountTotal account) {
        return closed.contains(account.account()) ? 0 : 1 - of(account);
    }

    /// How much of an account leaves and can still be kept: nothing of one that is probably gone.
    double keepable(AccountTotal account) {
        return gone.contains(account.account()) ? 0 : leaving(account);
    }

    /// The part of the customers that leaves and can still be kept.
    double keepable(List<AccountTotal> customers) {
        return customers.stream().mapToDouble(this::keepable).average().orElse(1 - others);
    }

    /// The part of the leaving that can be kept which has to be prevented for so many points fewer
    /// defections; nobody stays more surely than for certain.
    ///
    /// @param points as a fraction
    double cut(List<AccountTotal> customers, double points) {
        double keepable = keepable(customers);
        return keepable <= points ? 1 : points / keepable;
    }

    /// The points that there are to gain where they are fewer than asked.
    ///
    /// @param points as a fraction
    @Nullable
    Double cap(List<AccountTotal> customers, double points) {
        double keepable = keepable(customers);
        return keepable >= points ? null : Double.valueOf(keepable * 100);
    }
}
