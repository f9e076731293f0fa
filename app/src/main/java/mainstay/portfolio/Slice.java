package mainstay.portfolio;

import org.jspecify.annotations.Nullable;

/// A category, a region or a member of what was bought: the last twelve months and the twelve before, four
/// decimals.
///
/// @param code of the account where the slice is one
public record Slice(String name, @Nullable String code, long revenue, long previous) {}
