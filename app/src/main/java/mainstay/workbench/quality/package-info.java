/// What the ledger does not say, and what that costs: rows and money behind every gap, and how much of each
/// figure still rests on something known.
@NullMarked
@NamedInterface("quality")
package mainstay.workbench.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
