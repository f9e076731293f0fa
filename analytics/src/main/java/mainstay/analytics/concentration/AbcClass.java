package mainstay.analytics.concentration;

/// A customer's class by cumulative share of the total.
public enum AbcClass {
    /// The few customers that carry the first boundary's share, customarily 80 %.
    A,
    /// The next customers up to the second boundary, customarily 95 %.
    B,
    /// Everybody else, those with zero and negative totals included.
    C
}
