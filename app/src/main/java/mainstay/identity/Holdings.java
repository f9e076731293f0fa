package mainstay.identity;

import java.util.List;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What people of the firm hold of a module, and how it passes to somebody else when they leave. Each module
/// that lets somebody hold something contributes one for each kind.
public interface Holdings {

    /// Stable word; `holding.<kind>` is the message key of its name.
    String kind();

    int order();

    /// What a person holds now, as far as whoever asks may see it.
    List<Held> of(User person);

    /// Passes all of it on, or ends it where nobody is to have it; inside the transaction of the one who asks.
    ///
    /// @param heir null only where nothing of it needs one
    void pass(User person, @Nullable User heir, String reason);

    /// One thing that is held.
    ///
    /// @param what      in words
    /// @param account   name of the account it belongs to; null for none
    /// @param path      where it is looked at
    /// @param needsHeir whether somebody has to take it over; else it is ended or given back
    record Held(Text what, @Nullable String account, String path, boolean needsHeir) {}
}
