package mainstay.dossier.personal;

import java.util.List;
import mainstay.shared.web.PageContext;

/// What may be noted of people.
///
/// @param purposes for which it may be, one of them with each value; words of ours or the firm's own
/// @param months   for how long at most
/// @param open     whether anything may be noted now
public record PersonalField(String code, List<String> purposes, int months, boolean open, int revision) {

    /// Purposes that are shown in the reader's language.
    public static final List<String> OURS = List.of("conversation", "hospitality", "courtesy", "expertise");

    private static final String PURPOSE = "personal.purpose.";

    public String key() {
        return "personal.field." + code;
    }

    /// A purpose as the reader reads it.
    public static String purpose(PageContext page, String purpose) {
        return page.knows(PURPOSE + purpose) ? page.t(PURPOSE + purpose) : purpose;
    }
}
