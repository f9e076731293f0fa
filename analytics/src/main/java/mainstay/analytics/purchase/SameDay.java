package mainstay.analytics.purchase;

/// What becomes of several purchases of a customer on one day.
public enum SameDay {
    /// They count as one purchase with the sum of their amounts, as the models of repeat buying expect.
    MERGED,
    /// Each counts by itself, with gaps of no days between them.
    APART
}
