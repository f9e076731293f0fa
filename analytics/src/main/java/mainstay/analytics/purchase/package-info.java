/// What single customers bought and when, and the few numbers that "buy till you die" models need of it.
///
/// A purchase is a day with at least one sale: two invoices of one day are one decision to buy. Times run
/// from the customer's own first purchase and carry their [TimeUnit].
@NullMarked
package mainstay.analytics.purchase;

import org.jspecify.annotations.NullMarked;
