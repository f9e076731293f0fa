package mainstay.terms;

import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// Why somebody ends what was agreed, as it stands in the form.
///
/// @param id      what is to end
/// @param refusal why the reason cannot be taken; nothing is ended while there is one
public record Ending(long id, String reason, @Nullable Text refusal) {

    private static final int LONGEST = 2_000;

    /// Nothing is to end.
    public static final Ending NONE = new Ending(0, "", null);

    static Ending of(long id, @Nullable String written) {
        String reason = written == null ? "" : written.strip();
        boolean refused = reason.isEmpty() || reason.length() > LONGEST;
        return new Ending(id, reason, refused ? Text.of("agreement.wrong.reason", LONGEST) : null);
    }

    public boolean isRefused() {
        return refusal != null;
    }

    /// Whether the reason given for this one was refused.
    public boolean isAbout(long agreement) {
        return isRefused() && id == agreement;
    }
}
