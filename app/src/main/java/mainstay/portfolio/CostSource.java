package mainstay.portfolio;

import java.util.Map;

/// Something that costs money besides the goods themselves: modules that know such a cost contribute a bean.
public interface CostSource {

    /// Cost by account (or root) of the scope, four decimals; accounts without any may be missing.
    Map<Long, Served> costs(Scope scope);

    /// Changes whenever costs may have, apart from what the ledger says.
    String revision();
}
