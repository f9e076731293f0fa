package mainstay.portfolio;

import java.util.Map;

/// Something that costs money besides the goods themselves: modules that know such a cost contribute a bean.
public interface CostSource {

    /// Cost by account (or root) of the scope, four decimals; accounts without any may be missing.
    Map<Long, Served> costs(Scope scope);

    /// Differs whenever costs may, apart from what the ledger says: after a change, and between readers who may know
    /// different things.
    String revision();

    /// Whether it rests on ratings, as rebates do. Ratings never rest on such a cost, or they would rest on themselves.
    default boolean followsRatings() {
        return false;
    }

    /// Whether the firm has said what it costs; until then it is unknown.
    default boolean isSet() {
        return true;
    }
}
