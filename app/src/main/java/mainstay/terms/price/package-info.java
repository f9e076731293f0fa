/// Prices agreed with an account or the group under it, for some days: held against the floor price when they are asked
/// for, and against what was really paid afterwards.
@NullMarked
@NamedInterface("price")
package mainstay.terms.price;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
