package mainstay.accounts;

/// Accounts are about to be merged, parted or put elsewhere, and nothing is locked yet: whoever must hold a lock
/// before the accounts are locked takes it now.
public record AccountsChanging() {}
