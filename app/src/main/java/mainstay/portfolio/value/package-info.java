/// What accounts are worth: whether they are still customers, what they will buy, and what that is worth today.
/// A run reads the days with purchases from the ledger, chooses a model of repeat buying, and keeps a row per
/// account.
@NullMarked
@NamedInterface("value")
package mainstay.portfolio.value;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
