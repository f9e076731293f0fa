package mainstay.approvals;

/// A kind of request, contributed as a bean by the module that asks. Its methods are called in the
/// transaction of the
/// last decision: if they throw, nothing has been decided. They run with full reach, because the decision
/// bears the
/// authority and not the person who happened to press the button; [mainstay.identity.Acting#actor] is that
/// person.
public interface ApprovalKind {

    /// Stable word: `approvals.kind.<code>` is its message key, and the rules are kept under it.
    String code();

    /// Everybody who was asked has said yes.
    void granted(Approval approval);

    /// Somebody has said no.
    default void refused(Approval approval) {}

    /// The requester does not want it any more.
    default void withdrawn(Approval approval) {}
}
