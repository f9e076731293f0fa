package mainstay.analytics.concentration;

/// A band of the Herfindahl-Hirschman index, in the words of United States merger control.
///
/// The bands judge markets by their sellers. For a customer base they are borrowed: an orientation, not a norm.
public enum HhiBand {
    /// Below the lower bound: no customer group dominates.
    UNCONCENTRATED,
    /// From the lower to the upper bound, both included.
    MODERATELY_CONCENTRATED,
    /// Above the upper bound: a few customers carry the firm.
    HIGHLY_CONCENTRATED
}
