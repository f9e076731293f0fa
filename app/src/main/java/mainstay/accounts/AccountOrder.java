package mainstay.accounts;

import mainstay.accounts.AccountColumn.Ordering;

/// By what a list is sorted: a figure, the id that breaks ties, and where both stand. Figure and id are the
/// two columns of one index, so that a page is read from it and nothing else.
record AccountOrder(String join, String figure, String id) {

    static AccountOrder of(AccountSort sort) {
        return new AccountOrder(sort.join(), sort.expression(), sort.id());
    }

    static AccountOrder of(Ordering ordering) {
        return new AccountOrder(
                " join %s o on o.account_id = a.id".formatted(ordering.view()),
                "o." + ordering.column(),
                "o.account_id");
    }

    String joinKeepingAll() {
        return join.replace(" join ", " left join ");
    }
}
