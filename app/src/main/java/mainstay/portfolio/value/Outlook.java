package mainstay.portfolio.value;

import mainstay.analytics.btyd.Interval;
import org.jspecify.annotations.Nullable;

/// What is expected of an account's buying.
///
/// @param alive         probability that it is still a customer; null where nothing can tell
/// @param purchases     in twelve months
/// @param ifKept        purchases in twelve months if it is still a customer
/// @param ifStaying     purchases in twelve months if it surely stays all the time
/// @param discounted    purchases over the horizon, later ones worth less
/// @param discountedRange how unsure `discounted` is; null where unknown
record Outlook(
        Method method,
        @Nullable Double alive,
        @Nullable Interval aliveRange,
        double purchases,
        @Nullable Interval purchasesRange,
        double ifKept,
        double ifStaying,
        double discounted,
        @Nullable Interval discountedRange) {

    /// Of a closed account: it is gone for certain.
    static Outlook closed() {
        return new Outlook(Method.CLOSED, 0.0, null, 0, null, 0, 0, 0, null);
    }

    Outlook withoutAlive() {
        return new Outlook(
                method, null, null, purchases, purchasesRange, ifKept, ifStaying, discounted, discountedRange);
    }

    /// Where an outlook comes from.
    enum Method {
        MODEL("model"),
        RHYTHM("rhythm"),
        CLOSED("closed"),
        NONE("none");

        private final String code;

        Method(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
