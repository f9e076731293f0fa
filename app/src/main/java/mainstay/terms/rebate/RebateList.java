package mainstay.terms.rebate;

import java.util.List;

/// A page of rebates with the totals of all that the filter finds.
///
/// @param earned of those that are known
public record RebateList(List<Rebate> rows, long found, long earned, long expected, long balance, int number) {

    static final int SIZE = 50;

    public long pages() {
        return Math.max(1, (found + SIZE - 1) / SIZE);
    }
}
