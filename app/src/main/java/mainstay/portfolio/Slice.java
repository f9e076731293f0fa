package mainstay.portfolio;

/// A category or a region of an account's purchases: the last twelve months and the twelve before, four decimals.
public record Slice(String name, long revenue, long previous) {}
