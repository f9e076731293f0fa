package mainstay.analytics.value;

import java.util.HashSet;
import java.util.Map;

/// Why the equity of a customer base changed between two days: **opening + added + grown − shrunk − lost =
/// closing**.
///
/// Each customer is in one of the groups: new (no value before), grown, shrunk, lost (no value after), or
/// unchanged. What is kept is the smaller of both values of each customer: opening − shrunk − lost = kept =
/// closing − added − grown. Values are whole numbers of the smallest unit of money, so the identity holds
/// exactly.
///
/// Source: the parts are this library's own; for equity itself see [CustomerEquity].
///
/// @param opening equity before
/// @param added value of customers that had none before
/// @param kept value that was there before and after
/// @param grown what customers with a value before gained
/// @param shrunk what customers with a value after lost, 0 or more
/// @param lost value of customers that have none after, 0 or more
/// @param closing equity after
/// @param customers how many customers are behind each part
public record EquityBridge(
        long opening, long added, long kept, long grown, long shrunk, long lost, long closing, Heads customers) {

    /// Customers counted by what happened to their value.
    ///
    /// @param added customers that had no value before
    /// @param grown customers worth more than before
    /// @param unchanged customers worth the same
    /// @param shrunk customers worth less, but something
    /// @param lost customers worth nothing any more
    public record Heads(int added, int grown, int unchanged, int shrunk, int lost) {}

    /// The bridge from one valuation to another.
    ///
    /// @param before value by customer, each 0 or more; absent means 0
    /// @param after value by customer, each 0 or more; absent means 0
    /// @param <C> what identifies a customer
    /// @throws IllegalArgumentException if a value is below 0
    /// @throws ArithmeticException if a sum leaves the range of `long`
    public static <C> EquityBridge between(Map<C, Long> before, Map<C, Long> after) {
        var all = new HashSet<C>(before.keySet());
        all.addAll(after.keySet());
        var parts = new Parts();
        for (var customer : all) {
            parts.add(before.getOrDefault(customer, 0L), after.getOrDefault(customer, 0L));
        }
        return parts.bridge();
    }

    /// The change of equity: closing − opening.
    public long change() {
        return closing - opening;
    }

    private static final class Parts {
        private long opening;
        private long added;
        private long kept;
        private long grown;
        private long shrunk;
        private long lost;
        private final int[] heads = new int[5];

        void add(long was, long is) {
            if (was < 0 || is < 0) {
                throw new IllegalArgumentException("values " + was + " and " + is + " must not be below 0");
            }
            opening = Math.addExact(opening, was);
            kept = Math.addExact(kept, Math.min(was, is));
            if (was == 0 && is > 0) {
                added = Math.addExact(added, is);
                heads[0]++;
            } else if (is == 0 && was > 0) {
                lost += was;
                heads[4]++;
            } else if (is > was) {
                grown = Math.addExact(grown, is - was);
                heads[1]++;
            } else if (is < was) {
                shrunk += was - is;
                heads[3]++;
            } else if (is > 0) {
                heads[2]++;
            }
        }

        EquityBridge bridge() {
            var closing = Math.addExact(kept, Math.addExact(added, grown));
            return new EquityBridge(
                    opening,
                    added,
                    kept,
                    grown,
                    shrunk,
                    lost,
                    closing,
                    new Heads(heads[0], heads[1], heads[2], heads[3], heads[4]));
        }
    }
}
