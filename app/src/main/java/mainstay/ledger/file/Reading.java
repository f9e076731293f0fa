package mainstay.ledger.file;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/// What the user said about how a file is to be read; null: look and see.
public record Reading(
        @Nullable Charset charset,
        @Nullable Character separator,
        @Nullable String sheet) {

    public static final Reading GUESSED = new Reading(null, null, null);

    Reading orSeparator(@Nullable String ofProfile) {
        boolean open = separator == null && ofProfile != null && !ofProfile.isEmpty();
        return open ? new Reading(charset, ofProfile.charAt(0), sheet) : this;
    }
}
