package mainstay.accounts;

import java.util.Arrays;
import java.util.Optional;

/// Columns of its own by which the list can be sorted.
enum AccountSort {
    NAME("name", "a.name collate \"zh-x-icu\""),
    CODE("code", "a.code"),
    CATEGORY("category", "a.category"),
    REGION("region", "a.region"),
    MANAGER("manager", " join accounts.manager m on m.code = a.manager_code", "m.name collate \"zh-x-icu\"", "a.id"),
    LIMIT("creditLimit", " join accounts.terms t on t.account_id = a.id", "t.credit_limit", "t.account_id"),
    OPENED("openedOn", "a.opened_on");

    private final String key;
    private final String join;
    private final String expression;
    private final String id;

    AccountSort(String key, String expression) {
        this(key, "", expression, "a.id");
    }

    AccountSort(String key, String join, String expression, String id) {
        this.key = key;
        this.join = join;
        this.expression = expression;
        this.id = id;
    }

    String key() {
        return key;
    }

    String join() {
        return join;
    }

    String expression() {
        return expression;
    }

    String id() {
        return id;
    }

    static Optional<AccountSort> of(String key) {
        return Arrays.stream(values()).filter(sort -> sort.key.equals(key)).findFirst();
    }
}
