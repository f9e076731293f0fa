package mainstay.analytics.numeric;

/// A minimum and the second derivatives there.
@SuppressWarnings("ArrayRecordComponent")
public record Curvature(Minimum minimum, double[][] hessian) {}
