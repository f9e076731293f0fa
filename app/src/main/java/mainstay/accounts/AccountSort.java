package mainstay.accounts;

import java.util.Arrays;
import java.util.Optional;

/// Columns of its own by which the list can be sorted.
enum AccountSort {
    NAME("name", "a.name collate \"zh-x-icu\""),
    CODE("code", "a.code"),
    CATEGORY("category", "a.category"),
    REGION("region", "a.region"),
    MANAGER("manager", "a.manager_name"),
    LIMIT("creditLimit", "a.credit_limit"),
    OPENED("openedOn", "a.opened_on");

    private final String key;
    private final String expression;

    AccountSort(String key, String expression) {
        this.key = key;
        this.expression = expression;
    }

    String key() {
        return key;
    }

    String expression() {
        return expression;
    }

    static Optional<AccountSort> of(String key) {
        return Arrays.stream(values()).filter(sort -> sort.key.equals(key)).findFirst();
    }
}
