package mainstay.ledger.file;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the user said about how a file is to be read; null: look and see.
public record Reading(
        @Nullable Charset charset,
        @Nullable Character separator,
        @Nullable String sheet) {

    public static final Reading GUESSED = new Reading(null, null, null);

    /// The encoding of this name; empty where there is none.
    public static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The separator a user means: one character, or the word `tab`; empty where it is neither.
    public static Optional<Character> separator(String text) {
        if (text.equals("\\t") || text.toLowerCase(Locale.ROOT).equals("tab")) {
            return Optional.of('\t');
        }
        boolean usable = text.length() == 1 && "\"\r\n".indexOf(text.charAt(0)) < 0;
        return usable ? Optional.of(text.charAt(0)) : Optional.empty();
    }

    /// What the user left open, the profile may know.
    Reading or(Profile profile) {
        String ofProfile = profile.separator();
        Character known = ofProfile == null || ofProfile.isEmpty() ? null : ofProfile.charAt(0);
        return new Reading(charset, separator == null ? known : separator, sheet == null ? profile.sheet() : sheet);
    }
}
