package mainstay.terms.collection;

import java.util.Arrays;

/// In which order debtors stand.
public enum DebtorSort {
    OVERDUE("overdue", "d.overdue desc"),
    DAYS("days", "d.days desc nulls last, d.overdue desc"),
    OPEN("open", "d.open desc"),
    INTEREST("interest", "d.interest desc nulls last"),
    NAME("name", "a.name");

    private final String code;
    private final String order;

    DebtorSort(String code, String order) {
        this.code = code;
        this.order = order;
    }

    public String code() {
        return code;
    }

    String order() {
        return order;
    }

    public static DebtorSort of(String code) {
        return Arrays.stream(values())
                .filter(sort -> sort.code.equals(code))
                .findFirst()
                .orElse(OVERDUE);
    }
}
