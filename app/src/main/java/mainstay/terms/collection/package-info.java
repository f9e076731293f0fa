/// Collecting: who owes how much and for how long, in the order of money and lateness, what lateness costs,
/// and how well the firm collects.
@NullMarked
@NamedInterface("collection")
package mainstay.terms.collection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
