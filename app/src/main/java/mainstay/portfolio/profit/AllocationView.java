package mainstay.portfolio.profit;

import mainstay.portfolio.period.Chosen;

/// What the page of allocation shows.
///
/// @param unset whether nobody has said what serving costs
public record AllocationView(Chosen period, boolean firm, boolean unset, Attention attention) {
    static final int MOST = 20;

    public boolean isEmpty() {
        return attention.over().isEmpty() && attention.under().isEmpty();
    }

    public int most() {
        return MOST;
    }
}
