package mainstay.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainstay.shared.web.Text;

/// What another module tells above the panels of an account's page, to readers of its timeline.
public interface AccountStrip {

    /// A line with a link.
    ///
    /// @param headKey message key of its beginning, filled with the moment
    /// @param parts   what it says, one after the other
    /// @param address where it leads
    record Strip(String headKey, Instant moment, List<Text> parts, String address, String linkKey) {}

    /// Empty where there is nothing to tell.
    Optional<Strip> of(AccountCard account);
}
