package mainstay.portfolio.drill;

import org.jspecify.annotations.Nullable;

/// Sums over lines. Money and quantities have four decimals; what nobody knows is null.
///
/// @param returned what came back or was credited: gross less net
/// @param known    revenue of the lines whose cost is known
/// @param profit   of these lines, before the cost to serve
/// @param unknown  lines in a currency without a rate: in no sum of money
public record Sales(
        long lines,
        long revenue,
        long returned,
        long known,
        @Nullable Long profit,
        long orders,
        Quantity quantity,
        long unknown) {

    public long gross() {
        return revenue + returned;
    }

    public @Nullable Long of(Measure measure) {
        return switch (measure) {
            case REVENUE -> revenue;
            case RETURNS -> returned;
            case PROFIT -> profit;
            case ORDERS -> orders;
            case QUANTITY -> quantity.amount();
        };
    }

    /// Gross profit as a part of the revenue it rests on.
    public @Nullable Double margin() {
        return profit == null || known <= 0 ? null : (double) profit / known;
    }

    public @Nullable Double knownShare() {
        return revenue <= 0 ? null : (double) known / revenue;
    }

    public @Nullable Double returnedShare() {
        return gross() <= 0 ? null : (double) returned / gross();
    }
}
