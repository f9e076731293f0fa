package mainstay.analytics.purchase;

import java.util.OptionalDouble;

/// What a model may learn from about a customer, and what it is then tested on.
///
/// @param calibration the summary at the end of the calibration period
/// @param holdoutPurchases days with a purchase in the holdout period, 0 or more
/// @param holdoutDuration length of the holdout period in the unit of the calibration summary
/// @param holdoutMeanValue mean amount of a purchase in the holdout period; empty where there was none
public record CalibrationSplit(
        CustomerSummary calibration, int holdoutPurchases, double holdoutDuration, OptionalDouble holdoutMeanValue) {}
