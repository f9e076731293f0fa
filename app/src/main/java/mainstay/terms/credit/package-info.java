/// Credit: what an account may owe, what it does owe, and whether one more order fits. An order has to fit every
/// limit between the account and those who control it; what is allowed is reserved until the ledger has it.
@NullMarked
@NamedInterface("credit")
package mainstay.terms.credit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
