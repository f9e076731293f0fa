package mainstay.dossier.custody;

import java.time.Instant;
import java.util.List;
import mainstay.identity.User;
import org.jspecify.annotations.Nullable;

/// Who answers for the archive of an account.
///
/// @param named   null where nobody was named
/// @param manager full name of who answers where nobody was named; null where directors do
/// @param past    who answered before, the newest first
public record Custody(
        @Nullable Term named,
        @Nullable String manager,
        List<Member> members,
        List<Term> past,
        List<User> people,
        boolean mayGive,
        boolean mayName) {

    /// @param deputy null where there is none
    /// @param until  null for the one that stands
    public record Term(
            long userId,
            String custodian,
            @Nullable Long deputyId,
            @Nullable String deputy,
            Instant since,
            @Nullable Instant until,
            String givenBy) {

        boolean names(long user) {
            return userId == user || (deputyId != null && deputyId == user);
        }
    }

    /// Who reads what is personal, too.
    public record Member(long userId, String fullName, String namedBy, Instant namedAt) {}
}
