package mainstay.dossier.custody;

import java.time.Instant;
import java.util.List;
import mainstay.accounts.AccountCard;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// Parts of an archive in the hands of somebody who would not see them otherwise.
///
/// @param code      of the account as it goes by today; as the borrower wrote it where the reader sees
/// no account
/// @param name      null where the reader sees no account
/// @param borrower  the name that the borrower signs in with
/// @param parts     codes of parts, and [#PERSONAL]
/// @param renews    the loan at whose end this one begins; null where it begins when it is granted
/// @param grantedAt null while nobody has granted it, and with it the two ends
/// @param closedBecause why it was called back
public record Loan(
        long id,
        long accountId,
        String code,
        @Nullable String name,
        long borrowerId,
        String borrower,
        List<String> parts,
        String purpose,
        int days,
        @Nullable Long renews,
        Instant askedAt,
        @Nullable Instant grantedAt,
        @Nullable String grantedBy,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String closedBecause,
        String state) {

    static final String PERSONAL = "personal";

    /// Given out, by the clock of the database.
    public boolean isOut() {
        return state.equals("out");
    }

    /// Whether there is something to give back or to call back.
    public boolean isOpen() {
        return isOut() || state.equals("waiting");
    }

    public String stateKey() {
        return "loan.state." + state;
    }

    public String tone() {
        return switch (state) {
            case "out" -> "tag-good";
            case "asked", "waiting" -> "tag-warn";
            case "refused", "recalled" -> "tag-bad";
            default -> "tag-muted";
        };
    }

    public static String partKey(String part) {
        return part.equals(PERSONAL) ? "loan.personal" : "archive.part." + part;
    }

    public String path() {
        return "/archive/loans/" + id;
    }

    /// Page of the archive; null where the reader sees no account.
    public @Nullable String archive() {
        return name == null ? null : AccountCard.pathOf(code) + "/archive";
    }

    /// What was asked for, as a sentence.
    public Text title() {
        return Text.of(renews == null ? "loan.title" : "loan.renewalTitle", called(), days);
    }

    public String called() {
        return name == null ? code : name;
    }
}
