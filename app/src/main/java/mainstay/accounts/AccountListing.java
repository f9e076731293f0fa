package mainstay.accounts;

import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param sort  key of a column, with a leading minus for the largest first
/// @param after id of the last account of the page before; null where the page is asked for by its number
public record AccountListing(
        AccountFilter filter,
        String sort,
        int page,
        int size,
        @Nullable Long after) {

    static final int LARGEST = 200;

    public AccountListing {
        if (page < 1) {
            throw new Problem.Invalid("accounts.badPage", page);
        }
        if (size < 1 || size > LARGEST) {
            throw new Problem.Invalid("accounts.badSize", size, LARGEST);
        }
    }

    boolean descending() {
        return sort.startsWith("-");
    }

    String sortKey() {
        return descending() ? sort.substring(1) : sort;
    }

    long offset() {
        return after == null ? (page - 1L) * size : 0;
    }
}
