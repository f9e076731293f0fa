/// What customers are worth: lifetime value, the equity of a customer base and why it changed, and what
/// keeping more customers would bring.
///
/// Amounts are plain numbers in the currency of the caller; where a sum has to come out exactly they are
/// whole numbers of the smallest unit.
@NullMarked
package mainstay.analytics.value;

import org.jspecify.annotations.NullMarked;
