package mainstay.planning.deck;

import mainstay.portfolio.Standing;

/// From what was sold down to the profit before rebates, over twelve months. The steps add up exactly:
/// sold − returned − unpriced − goods − served = profit.
///
/// @param unpriced sales whose goods have no known cost
/// @param goods    cost of the others
/// @param served   what serving cost; below nought where what is kept of profit and goods does not fit together
record Ladder(long sold, long returned, long unpriced, long goods, long served, long profit) {

    static Ladder of(Standing standing, long goods, long profit) {
        return of(standing.grossRevenue(), standing.revenue(), standing.knownRevenue(), goods, profit);
    }

    /// @param revenue net of returns
    /// @param known   sales whose cost is known
    static Ladder of(long sold, long revenue, long known, long goods, long profit) {
        return new Ladder(sold, sold - revenue, revenue - known, goods, known - goods - profit, profit);
    }

    /// Whether goods and serving can be told apart.
    boolean isSplit() {
        return served >= 0;
    }

    /// Of goods and serving together.
    long costs() {
        return goods + served;
    }
}
