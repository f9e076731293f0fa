package mainstay.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What would change if a batch were withdrawn.
///
/// @param rows       that would leave
/// @param amount     they come to; null where the kind has none
/// @param documents  they belong to
/// @param comingBack earlier rows that would count again
/// @param byHand     accounts to which people gave a name, a manager or a group, or which they closed or opened
/// @param months     with sales before and after, the latest first
public record WithdrawalEffect(
        long rows,
        @Nullable Long amount,
        long accounts,
        long documents,
        long comingBack,
        long byHand,
        List<MonthEffect> months) {}
