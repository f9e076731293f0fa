/// Who of the firm works for which account and answers for what there: members, duties, who is away, what
/// nobody answers for. What an account's manager is, is read from the accounts and never typed; money comes
/// from the portfolio, stars from the ratings.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"rating", "portfolio", "accounts", "approvals", "activity", "identity", "shared"})
package mainstay.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
