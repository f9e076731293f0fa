package mainstay.activity;

import org.jspecify.annotations.Nullable;

/// Whom words of a note mean: an account, or a person.
///
/// @param words as they stand in the note, with the sign before them
public record Mention(
        String words, @Nullable Long accountId, @Nullable Long personId) {

    public static Mention ofAccount(String words, long account) {
        return new Mention(words, account, null);
    }

    public static Mention ofPerson(String words, long person) {
        return new Mention(words, null, person);
    }
}
