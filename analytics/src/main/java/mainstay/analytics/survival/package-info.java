/// How long customers stay, where the end of a relation is known: contracts, subscriptions, closed accounts.
@NullMarked
package mainstay.analytics.survival;

import org.jspecify.annotations.NullMarked;
