/// Fields of work at accounts and who is accountable, responsible, consulted or informed in each of them;
/// what falls between two people, ordered by the money of the account.
@NullMarked
@NamedInterface("duty")
package mainstay.team.duty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
