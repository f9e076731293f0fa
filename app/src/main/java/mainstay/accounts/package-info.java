/// Accounts: their codes and names, who looks after them, and the group tree they stand in. What files say
/// about an account is kept batch by batch, so that withdrawing a batch restores what was before. The account
/// page is a shell here; other modules hang their panels into it and nothing in this module knows them.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "identity", "activity", "approvals"})
package mainstay.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
