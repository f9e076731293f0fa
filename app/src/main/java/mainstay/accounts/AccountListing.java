package mainstay.accounts;

import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param sort  key of a column, with a leading minus for the largest first
/// @param columns which figures stand beside the accounts
/// @param after id of the last account of the page before; null where the page is asked for by its number
public record AccountListing(
        AccountFilter filter,
        String sort,
        int page,
        int size,
        @Nullable Long after,
        ColumnChoice columns) {

    /// As many as anybody may ask for.
    static final int LARGEST = 200;

    /// As many as are read together where all are wanted.
    static final int AT_ONCE = 1_000;

    public AccountListing {
        if (page < 1) {
            throw new Problem.Invalid("accounts.badPage", page);
        }
        if (size < 1 || size > AT_ONCE) {
            throw new Problem.Invalid("accounts.badSize", size, LARGEST);
        }
    }

    static int asked(int size) {
        if (size > LARGEST) {
            throw new Problem.Invalid("accounts.badSize", size, LARGEST);
        }
        return size;
    }

    AccountListing(AccountFilter filter, String sort, int page, int size, @Nullable Long after) {
        this(filter, sort, page, size, after, ColumnChoice.USUAL);
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
