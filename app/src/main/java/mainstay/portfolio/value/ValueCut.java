package mainstay.portfolio.value;

import org.jspecify.annotations.Nullable;

/// A way to split the value of accounts; modules above contribute theirs as beans.
///
/// Its SQL may name the accounts `a` (a row of `accounts.pub_account`), the values `v` (`account_id`, `now`, `was`,
/// `known`, `known_before`; the latter two null where unknown), and the parameters `:asOf`, `:before` (null without an
/// earlier run) and `:members` (the accounts inside of what is cut out, an array of bigint).
///
/// @param key  in addresses, and of its text `value.by.<key>`
/// @param join SQL that joins what names the part to `v.account_id`; empty for none
/// @param name SQL of the part's name, null where there is none; accounts are `a`
/// @param rank SQL of a number over the rows of a part, where parts have an order of their own, the first the least
public record ValueCut(
        String key,
        int order,
        String join,
        String name,
        @Nullable String rank) {

    public ValueCut(String key, int order, String join, String name) {
        this(key, order, join, name, null);
    }
}
