package mainstay.activity;

import java.time.LocalDate;
import java.util.Optional;

/// What a note can become with one click. A module that keeps such things contributes one; the page of an activity
/// offers it for the account of the activity and for those that the note names.
public interface NoteUse {

    /// Message key of the button.
    String key();

    int order();

    /// Where the prefilled form is; nothing where the person for whom this runs cannot use it there.
    Optional<String> path(Note note);

    /// Something that was noted.
    ///
    /// @param account code of the account that it is about
    /// @param author  name by which the author signs in
    record Note(long activity, String account, String text, LocalDate on, String author) {}
}
