/// Models of repeat buying without a contract ("buy till you die"): who is still a customer, how often the
/// customer will buy, and for how much.
///
/// A model is fitted to [mainstay.analytics.purchase.GroupedSummaries] and then asked about one
/// [mainstay.analytics.purchase.CustomerSummary] at a time, or about all at once by
/// [mainstay.analytics.btyd.Scores]. Fits are sealed results: on ledgers where a model has no best parameters
/// the result says so and which parameter ran away. All models assume many small buyers; for a handful of
/// large ones show the interval and judge by the customer's own rhythm.
@NullMarked
package mainstay.analytics.btyd;

import org.jspecify.annotations.NullMarked;
