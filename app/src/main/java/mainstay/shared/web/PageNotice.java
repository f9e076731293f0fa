package mainstay.shared.web;

import java.util.Optional;

/// Something that every page has to say, for instance that figures are invented.
public interface PageNotice {

    /// Message key of the notice, or nothing to say.
    Optional<String> messageKey();
}
