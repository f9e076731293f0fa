package mainstay.rating.finding;

/// A value of a filter of the list.
public record FindingChoice(String value, String label) {}
