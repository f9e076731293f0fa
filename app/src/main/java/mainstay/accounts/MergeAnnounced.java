package mainstay.accounts;

/// Two accounts are about to become one, or one two again, and nothing is locked yet: whoever must hold a
/// lock before the
/// accounts are locked takes it now.
public record MergeAnnounced() {}
