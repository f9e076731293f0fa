package mainstay.accounts;

import java.util.List;
import mainstay.accounts.AccountBelongings.Belonging;

/// Two accounts side by side, and what becomes of them as one.
///
/// @param after    the survivor with what it takes over
/// @param terms    limits and payment terms of the survivor, of the merged account and afterwards
/// @param moving   what is kept about the merged account and goes along
/// @param people   how many may see the merged account by a grant of their own, and see the survivor then
/// @param isGroup  whether one stands above the other
public record MergePreview(
        AccountCard survivor,
        AccountCard merged,
        AccountCard after,
        Terms terms,
        List<Belonging> moving,
        long people,
        boolean isGroup) {

    /// @param after what holds today once both are one
    public record Terms(KeptTerms survivor, KeptTerms merged, KeptTerms after) {

        /// Whether it is to be told what was granted and what files say apart.
        public boolean isLimitGranted() {
            return survivor.grantedLimit() != null || merged.grantedLimit() != null;
        }

        public boolean isTermGranted() {
            return survivor.grantedDays() != null || merged.grantedDays() != null;
        }
    }
}
