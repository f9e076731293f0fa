/// Recency, frequency and monetary value: scores from 1 to 5 by rank among all customers.
///
/// RFM describes the long tail. On a handful of large customers ranks say little, so key accounts need
/// something else.
@NullMarked
package mainstay.analytics.rfm;

import org.jspecify.annotations.NullMarked;
