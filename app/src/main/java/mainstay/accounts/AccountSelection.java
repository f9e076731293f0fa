package mainstay.accounts;

import java.util.List;
import java.util.Map;

/// Accounts picked from the list: some of a page, or all behind its filters.
///
/// @param ids where `all` is not wanted
public record AccountSelection(boolean all, List<Long> ids, AccountFilter filter) {

    static final int MOST_IDS = 500;

    String conditions() {
        return all
                ? AccountLeaves.conditions(filter)
                : AccountLeaves.conditions(ANY) + " and a.id = any(cast(:ids as bigint[]))";
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = AccountLeaves.parameters(all ? filter : ANY);
        parameters.put("ids", ids.toArray(Long[]::new));
        return parameters;
    }

    private static final AccountFilter ANY = new AccountFilter("", "", "", "", AccountFilter.Status.ALL);
}
