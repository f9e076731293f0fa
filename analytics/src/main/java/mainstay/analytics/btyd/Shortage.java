package mainstay.analytics.btyd;

/// Why data are not enough for a fit.
public enum Shortage {
    /// There are not more customers than parameters.
    TOO_FEW_CUSTOMERS,
    /// Fewer than two customers have bought again.
    TOO_FEW_REPEAT_CUSTOMERS,
    /// Nobody has been observed for any time.
    NO_TIME
}
