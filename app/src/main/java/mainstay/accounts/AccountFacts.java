package mainstay.accounts;

import java.util.List;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What another module says of an account at the head of its page, to readers of its business.
public interface AccountFacts {

    /// @param labelKey message key
    /// @param value    in words; what is not set says so
    /// @param money    whether the value is an amount in the firm's currency
    /// @param source   where it comes from, in a word or two; null where that says nothing
    /// @param why      in a sentence
    /// @param panel    path of the tab that says more
    record Fact(
            String labelKey,
            Text value,
            boolean money,
            @Nullable Text source,
            Text why,
            String panel) {}

    /// In their order.
    List<Fact> of(long account);
}
