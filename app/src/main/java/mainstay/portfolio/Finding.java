package mainstay.portfolio;

import org.jspecify.annotations.Nullable;

/// One account in a list of findings: who, why in one sentence, and the money at stake.
///
/// @param sentence already in the reader's language
/// @param tagKey message key of a short mark beside the name, empty for none
/// @param tone `good`, `warn`, `bad` or `muted`
/// @param panel part of the account's page where the reason can be seen
public record Finding(
        String code, String name, String sentence, @Nullable Long money, String tagKey, String tone, String panel) {

    /// A panel that shows the account alone, or together with those under its control.
    public static String panel(String path, boolean group) {
        return path + "?group=" + group;
    }
}
