/// Rebates: ladders by which accounts earn, what they have earned to date by the ledger, what that will be at the end
/// of the period, and what was paid out or taken back. Confidential ladders exist for the roles they name only.
@NullMarked
@NamedInterface("rebate")
package mainstay.terms.rebate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
