package mainstay.approvals;

import java.time.Instant;
import java.util.Locale;
import mainstay.identity.Level;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// A request and what became of it.
///
/// @param stars        of the account when it was asked; unknown where null
/// @param amount       in ten-thousandths of the firm's currency; unknown where null
/// @param requestedBy  null for the local operator
/// @param maximumHours within which it is to be decided
/// @param endedAt      null while it is pending
/// @param reach        the level of the account from which on others may read it
public record Approval(
        long id,
        String kind,
        String subject,
        @Nullable Long accountId,
        @Nullable Integer stars,
        @Nullable Long amount,
        Text title,
        String link,
        String reason,
        @Nullable Long requestedBy,
        String requester,
        Instant requestedAt,
        int maximumHours,
        Status status,
        @Nullable Instant endedAt,
        int reach) {

    public enum Status {
        PENDING,
        GRANTED,
        REFUSED,
        WITHDRAWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public boolean isGranted() {
        return status == Status.GRANTED;
    }

    public boolean isPending() {
        return status == Status.PENDING;
    }

    /// Some words of it for the timeline of the account, which is read from the level of its business on.
    ///
    /// @return empty where not all its readers may know them
    String forTimeline(String words) {
        return forTimeline(reach, words);
    }

    static String forTimeline(int reach, String words) {
        return reach > Level.BUSINESS.number() ? "" : words;
    }

    /// By when it is to be decided.
    public Instant due() {
        return requestedAt.plusSeconds(maximumHours * 3600L);
    }

    public String path() {
        return "/approvals/" + id;
    }
}
