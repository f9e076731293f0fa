package mainstay.planning.plan;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A look at a plan.
///
/// @param rating how it goes, from 1 to 5
public record Review(
        long id,
        LocalDate heldOn,
        String attendees,
        int rating,
        @Nullable String summary,
        String recordedBy) {

    /// What was decided.
    ///
    /// @param item work that was made of it; null while none was
    public record Decision(
            long id,
            long reviewId,
            String what,
            @Nullable Long item,
            @Nullable String state) {

        /// As a part of an address.
        public String encoded() {
            return URLEncoder.encode(what, StandardCharsets.UTF_8);
        }
    }
}
