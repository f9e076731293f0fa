/// Who somebody is and what they may see: users, roles, sign-in, tokens and the one grant table that every
/// row-level policy reads. Each transaction runs for somebody; without somebody it sees no rows.
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package mainstay.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
