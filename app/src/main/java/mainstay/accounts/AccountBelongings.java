package mainstay.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a module keeps about an account, counted for somebody who thinks of merging it into another.
public interface AccountBelongings {

    /// Rows of one kind.
    ///
    /// @param labelKey message key of the kind
    /// @param amount   what they add up to, in ten-thousandths; null where that says nothing
    record Belonging(String labelKey, long rows, @Nullable Long amount) {}

    List<Belonging> of(long accountId);
}
