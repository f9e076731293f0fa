package mainstay.analytics.concentration;

/// Where class A ends and class B ends, as cumulative shares of the total.
///
/// The usual 0.80 and 0.95 are a rule of thumb, not a finding: a firm sets its own.
///
/// @param a cumulative share that class A reaches, a fraction above 0 and below `b`
/// @param b cumulative share that A and B reach together, a fraction up to 1
public record AbcBoundaries(double a, double b) {

    /// The customary boundaries: A to 80 %, B to 95 %.
    public static final AbcBoundaries CUSTOMARY = new AbcBoundaries(0.80, 0.95);

    /// Checks the order of the boundaries.
    ///
    /// @throws IllegalArgumentException unless 0 < a < b ≤ 1
    public AbcBoundaries {
        if (!(0 < a && a < b && b <= 1)) {
            throw new IllegalArgumentException("boundaries need 0 < a < b <= 1, not " + a + " and " + b);
        }
    }
}
