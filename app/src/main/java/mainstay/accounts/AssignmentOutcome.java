package mainstay.accounts;

/// How a wish to give accounts to a manager ended.
sealed interface AssignmentOutcome {

    /// @param number of the assignment, by which it can be taken back
    record Assigned(long number, long accounts) implements AssignmentOutcome {}

    /// @param messageKey why nothing was changed, with its argument
    record Refused(String messageKey, Object argument) implements AssignmentOutcome {}
}
