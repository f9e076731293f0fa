package mainstay.accounts;

/// What became of a wish about a saved view.
sealed interface ViewChange {

    record Kept(SavedView view) implements ViewChange {}

    /// @param messageKey why not, with its argument
    record Refused(String messageKey, Object argument) implements ViewChange {}
}
