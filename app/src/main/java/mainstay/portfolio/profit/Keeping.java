package mainstay.portfolio.profit;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import mainstay.analytics.purchase.TimeUnit;
import mainstay.portfolio.AccountTotal;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What keeping a customer costs, and what is known of winning one. Hours and money spent before the first order are
/// booked nowhere, so what winning costs is not known; what serving a newcomer took so far is only a part of it.
///
/// @param stayed    customers of the year before who bought again; null where that year is not known
/// @param keeping   cost to serve of one of them in the last twelve months
/// @param newcomers customers whose first purchase ever lies in the last twelve months
/// @param serving   cost to serve of one of these since then
/// @param months    since then, on average
public record Keeping(
        Text name,
        @Nullable Integer stayed,
        @Nullable Long keeping,
        @Nullable Integer newcomers,
        @Nullable Long serving,
        @Nullable Double months) {

    /// @param first  first purchases of newcomers, by account
    /// @param priced whether anybody said what serving costs
    static Keeping of(Text name, TwoYears years, Map<Long, LocalDate> first, boolean priced) {
        if (years.past() == null) {
            return new Keeping(name, null, null, null, null, null);
        }
        List<AccountTotal> stayed = years.stayed();
        List<AccountTotal> fresh = years.arrived().stream()
                .filter(total -> first.containsKey(total.account()))
                .toList();
        OptionalDouble days = fresh.stream()
                .map(total -> first.get(total.account()))
                .mapToLong(day -> ChronoUnit.DAYS.between(day, years.to()) + 1)
                .average();
        return new Keeping(
                name,
                stayed.size(),
                priced ? each(stayed) : null,
                fresh.size(),
                priced ? each(fresh) : null,
                days.isPresent() ? (Double) (days.getAsDouble() / TimeUnit.MONTH.days()) : null);
    }

    /// Cost to serve of one of those who bear it: where no cost of goods is known, none is counted.
    private static @Nullable Long each(List<AccountTotal> totals) {
        OptionalDouble mean = totals.stream()
                .filter(total -> total.profit() != null)
                .mapToLong(AccountTotal::toServe)
                .average();
        return mean.isPresent() ? (Long) Math.round(mean.getAsDouble()) : null;
    }
}
