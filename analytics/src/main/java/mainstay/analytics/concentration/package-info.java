/// How far a total (sales, orders, margin) rests on few customers.
///
/// Everything starts from one number per customer: its total over a period. Negative totals (more returned
/// than bought) and zero totals stay in, because leaving them out would make the base look smaller and more
/// even than it is. A measure that divides by a total that is not positive is undefined and comes back as an
/// empty `Optional`, never as 0.
@NullMarked
package mainstay.analytics.concentration;

import org.jspecify.annotations.NullMarked;
