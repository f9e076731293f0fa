package mainstay.accounts;

import java.util.List;
import mainstay.accounts.AccountBelongings.Belonging;

/// Two accounts side by side, and what becomes of them as one.
///
/// @param after    the survivor with what it takes over
/// @param moving   what is kept about the merged account and goes along
/// @param people   how many may see the merged account by a grant of their own, and see the survivor then
/// @param isGroup  whether one stands above the other
public record MergePreview(
        AccountCard survivor,
        AccountCard merged,
        AccountCard after,
        List<Belonging> moving,
        long people,
        boolean isGroup) {}
