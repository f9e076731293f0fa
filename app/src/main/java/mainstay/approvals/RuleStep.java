package mainstay.approvals;

import org.jspecify.annotations.Nullable;

/// A step of a rule: who decides, and on which requests.
///
/// @param turn       steps of the same turn are asked side by side
/// @param role       whoever holds it, or [#CUSTODIAN]; null where a person is named
/// @param userId     the person that is named; null for a role
/// @param fromAmount left out below it, in ten-thousandths; null for every amount
/// @param starsTo    left out for accounts with more stars; null for all
record RuleStep(
        int turn,
        @Nullable String role,
        @Nullable Long userId,
        @Nullable Long fromAmount,
        @Nullable Integer starsTo) {

    /// Not what somebody is in the firm: each request names its own.
    static final String CUSTODIAN = "custodian";

    /// What is unknown leaves no step out.
    boolean asksFor(@Nullable Integer stars, @Nullable Long amount) {
        boolean large = fromAmount == null || amount == null || Math.abs(amount) >= fromAmount;
        boolean low = starsTo == null || stars == null || stars <= starsTo;
        return large && low;
    }
}
