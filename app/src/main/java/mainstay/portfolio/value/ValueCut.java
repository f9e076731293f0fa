package mainstay.portfolio.value;

/// A way to split the value of accounts; modules above contribute theirs as beans.
///
/// @param key  in addresses, and of its text `value.by.<key>`
/// @param join SQL that joins what names the part to `v.account_id`; empty for none
/// @param name SQL of the part's name, null where there is none; accounts are `a`
public record ValueCut(String key, int order, String join, String name) {}
