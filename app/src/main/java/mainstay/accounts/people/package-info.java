/// People of accounts: who works there, who did, how they are reached, and what they are in charge of. A
/// person belongs to accounts by positions with days, several at once and one after the other. Who may see the
/// business of an account sees them; what is personal of them is kept by the archive.
@NullMarked
@NamedInterface("people")
package mainstay.accounts.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
