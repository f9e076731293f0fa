package mainstay.approvals;

import java.util.List;
import mainstay.shared.web.Text;

/// A kind of request, contributed as a bean by the module that asks.
public interface ApprovalKind {

    /// Stable word: `approvals.kind.<code>` is its message key, and the rules are kept under it.
    String code();

    /// A request was granted, refused or withdrawn, as its status says. Called in the transaction of the last
    /// decision: if it throws, nothing has been decided. It runs with full reach, because the decision bears
    /// the authority and not the person who happened to press the button; [mainstay.identity.Acting#actor] is
    /// that person.
    void ended(Approval approval);

    /// What a yes would bring about, one sentence each, as far as the reader may know it: shown where it is decided.
    default List<Text> consequences(Approval approval) {
        return List.of();
    }

    /// What is asked for, as far as the reader may know it: shown with the request, also once it was decided.
    default List<Detail> details(Approval approval) {
        return List.of();
    }

    /// Whether steps of its rule may ask the custodians that a request names.
    default boolean asksCustodians() {
        return false;
    }

    /// Whether its requests are about single people of a customer, and none of that customer's business.
    default boolean isPersonal() {
        return false;
    }

    /// Whether the timeline keeps silent about its requests, because hardly anybody may know of them.
    default boolean isConfidential() {
        return false;
    }
}
