/// Needs of accounts: what they want, what we can do about it, and beside it what we did.
@NullMarked
@NamedInterface("need")
package mainstay.planning.need;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
