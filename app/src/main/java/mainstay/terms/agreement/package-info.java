/// Where one account differs from its tier: what somebody asks for with a reason and days, who approves it, and how
/// long it holds.
@NullMarked
@NamedInterface("agreement")
package mainstay.terms.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
