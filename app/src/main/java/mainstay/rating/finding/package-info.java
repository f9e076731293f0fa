/// What the ledger says about the quality of sales: prices under the floor, goods outside their territory,
/// stock that is not sold on, returns, spikes before a rebate step, neighbours who lose what another gains. A
/// test finds, a person judges, and only what is confirmed counts in the ratings. Modules above contribute
/// tests and rebate steps.
@NullMarked
@NamedInterface("finding")
package mainstay.rating.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
