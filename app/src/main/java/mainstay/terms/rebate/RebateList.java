package mainstay.terms.rebate;

import java.util.List;

/// A page of rebates with the totals of all that the filter finds.
///
/// @param earned   of those that are known
/// @param withheld how many the reader may not know, which are in none of the totals
/// @param unknown  how many more nobody knows
public record RebateList(
        List<Rebate> rows,
        long found,
        long earned,
        long expected,
        long balance,
        long withheld,
        long unknown,
        int number) {

    static final int SIZE = 50;

    public long pages() {
        return Math.max(1, (found + SIZE - 1) / SIZE);
    }
}
