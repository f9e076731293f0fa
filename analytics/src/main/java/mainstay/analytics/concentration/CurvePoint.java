package mainstay.analytics.concentration;

/// One point of a cumulative curve: what the largest customers hold together.
///
/// @param customers number of customers counted so far, largest first, from 0 to n
/// @param customerShare `customers / n`, a fraction from 0 to 1
/// @param cumulativeShare their values together divided by the total, a fraction; above 1 where customers
/// with negative values follow
public record CurvePoint(int customers, double customerShare, double cumulativeShare) {}
