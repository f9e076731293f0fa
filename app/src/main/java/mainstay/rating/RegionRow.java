package mainstay.rating;

import java.time.LocalDate;
import java.util.List;
import mainstay.rating.RegionalSales.Sold;

/// A region within which the key-account rule was run, as it is kept.
///
/// @param accounts with sales there
/// @param revenue  of all of them, four decimals
record RegionRow(String scope, String region, LocalDate asOf, int accounts, long revenue) {

    static RegionRow of(Occasion occasion, String region, List<Sold> sold) {
        return new RegionRow(
                occasion.scope(),
                region,
                occasion.asOf(),
                sold.size(),
                sold.stream().mapToLong(Sold::revenue).sum());
    }
}
