package mainstay.relationships;

import java.util.List;
import mainstay.accounts.AccountCard;
import mainstay.activity.Activity;
import org.jspecify.annotations.Nullable;

/// An activity as it is shown.
///
/// @param account   null inside the firm, and where the reader does not see it
/// @param users     full names of who of us took part
/// @param people    who of the account, as far as the reader sees them
/// @param named     accounts that the notes name, as far as the reader sees them
/// @param mayChange whether the reader may correct it
public record ActivityLine(
        Activity activity,
        @Nullable Place account,
        List<String> users,
        List<Met> people,
        List<Place> named,
        List<NoteText.Part> subject,
        List<NoteText.Part> notes,
        boolean mayChange) {

    /// An account.
    public record Place(long id, String code, String name) {

        public String path() {
            return AccountCard.pathOf(code);
        }
    }

    /// Somebody of an account.
    public record Met(long id, String name, boolean erased) {

        public String path() {
            return "/people/" + id;
        }
    }

    /// Whether the notes say more than the subject does.
    public boolean isNoted() {
        String notes = activity.notes();
        return notes != null && !notes.equals(activity.subject());
    }
}
