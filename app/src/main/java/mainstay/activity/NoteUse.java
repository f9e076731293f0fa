package mainstay.activity;

import java.time.LocalDate;
import java.util.List;
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
    /// @param people  who was met
    record Note(long activity, String account, String text, LocalDate on, String author, List<Long> people) {

        /// An address must not grow past what servers take; whoever needs more of the note has it in front of them.
        private static final int LONGEST = 400;

        private static final int LONGEST_HEADING = 100;

        /// As much of it as an address takes along.
        public String beginning() {
            return first(text, LONGEST);
        }

        /// Its first line, as far as it makes a title.
        public String heading() {
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .findFirst()
                    .map(line -> first(line, LONGEST_HEADING))
                    .orElse("");
        }

        private static String first(String text, int most) {
            int length = Math.min(most, text.codePointCount(0, text.length()));
            return text.substring(0, text.offsetByCodePoints(0, length));
        }
    }
}
