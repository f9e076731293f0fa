package mainstay.rating.key;

import org.jspecify.annotations.Nullable;

/// An account, or the root of a group, before the rule.
///
/// @param revenue of the trailing twelve months, four decimals
/// @param expected revenue of the next twelve months, null while unknown
/// @param paymentHealth points of the finance group, null without receivables
/// @param philosophy assessed mark from 1 to 5, null while nobody has assessed it
public record KeyCandidate(
        long account,
        long revenue,
        @Nullable Long expected,
        @Nullable Double paymentHealth,
        @Nullable Double philosophy) {}
