package mainstay.approvals;

import java.util.List;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What somebody asks for.
///
/// @param subject   what it is about, in the words of the asking module; one request at a time is pending
/// for it
/// @param accountId null where it is about the firm
/// @param tier      stars of the account; unknown where null
/// @param amount    in ten-thousandths of the firm's currency; unknown where null
/// @param title     what is asked, as a sentence
/// @param link      where the asking module shows it
/// @param reason    in the requester's words
/// @param reach     the level from which on others may see the request
/// @param ownRoles  who alone may ever know of it, whatever becomes of what it is about; empty where it is no secret
/// @param custodians users who answer for what it is about; asked where the rule asks a custodian
public record ApprovalWish(
        String kind,
        String subject,
        @Nullable Long accountId,
        @Nullable Integer tier,
        @Nullable Long amount,
        Text title,
        String link,
        String reason,
        int reach,
        List<String> ownRoles,
        List<Long> custodians) {

    private static final int BUSINESS = 2;

    /// Seen by everybody who sees the account's business.
    public ApprovalWish(
            String kind,
            String subject,
            @Nullable Long accountId,
            @Nullable Integer tier,
            @Nullable Long amount,
            Text title,
            String link,
            String reason) {
        this(kind, subject, accountId, tier, amount, title, link, reason, BUSINESS, List.of());
    }

    /// Of what nobody answers for in particular.
    public ApprovalWish(
            String kind,
            String subject,
            @Nullable Long accountId,
            @Nullable Integer tier,
            @Nullable Long amount,
            Text title,
            String link,
            String reason,
            int reach,
            List<String> ownRoles) {
        this(kind, subject, accountId, tier, amount, title, link, reason, reach, ownRoles, List.of());
    }
}
