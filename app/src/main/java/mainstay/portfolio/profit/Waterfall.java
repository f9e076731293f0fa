package mainstay.portfolio.profit;

import java.util.List;
import mainstay.portfolio.AccountTotal;
import mainstay.portfolio.Served;
import org.jspecify.annotations.Nullable;

/// From what was sold down to the profit. The steps add up exactly:
/// sold − returned − unpriced − goods − served = profit.
///
/// @param sold     before returns
/// @param unpriced sales whose goods have no known cost, which no profit can rest on
/// @param goods    cost of the goods
/// @param remains  profit where there is a known cost, else 0
/// @param known    whether any cost is known
public record Waterfall(
        long sold, long returned, long unpriced, long goods, Served served, long remains, boolean known) {
    public static final Waterfall NOTHING = new Waterfall(0, 0, 0, 0, Served.NOTHING, 0, false);

    public static Waterfall of(AccountTotal total) {
        Long profit = total.profit();
        return new Waterfall(
                total.grossRevenue(),
                total.grossRevenue() - total.revenue(),
                profit == null ? total.revenue() : total.revenue() - total.knownRevenue(),
                total.goodsCost(),
                total.served(),
                profit == null ? 0 : profit,
                profit != null);
    }

    public static Waterfall of(List<AccountTotal> totals) {
        return totals.stream().map(Waterfall::of).reduce(NOTHING, Waterfall::plus);
    }

    public Waterfall plus(Waterfall other) {
        return new Waterfall(
                sold + other.sold,
                returned + other.returned,
                unpriced + other.unpriced,
                goods + other.goods,
                served.plus(other.served),
                remains + other.remains,
                known || other.known);
    }

    /// Net of returns.
    public long revenue() {
        return sold - returned;
    }

    /// Sales that the profit rests on.
    public long priced() {
        return revenue() - unpriced;
    }

    public @Nullable Long profit() {
        return known ? remains : null;
    }

    public @Nullable Double margin() {
        return share(remains);
    }

    /// Cost to serve, of the sales whose cost is known.
    public @Nullable Double servedShare() {
        return share(served.toServe());
    }

    /// Of the same sales; unknown where no rebate is known.
    public @Nullable Double rebateShare() {
        Long rebates = served.knownRebates();
        return rebates == null ? null : share(rebates);
    }

    /// Cost to serve, of all that was sold, before returns, as the steps of one account are told.
    public @Nullable Double servedShareOfSold() {
        return !known || sold <= 0 ? null : (double) served.toServe() / sold;
    }

    public @Nullable Double knownShare() {
        return revenue() <= 0 ? null : (double) priced() / revenue();
    }

    private @Nullable Double share(long amount) {
        return !known || priced() <= 0 ? null : (double) amount / priced();
    }
}
