package mainstay.accounts;

import java.util.List;

/// Knows of accounts that bear the same number of a public register, contributed by whoever keeps such numbers.
public interface AccountTwins {

    /// Ids of other accounts, of those only that the reader may see.
    List<Long> of(long account);
}
