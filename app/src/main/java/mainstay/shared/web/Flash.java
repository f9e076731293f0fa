package mainstay.shared.web;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One sentence that the next page shows once, after a change.
///
/// @param kind      `success`, `warning` or `danger`
/// @param arguments already in words
public record Flash(String kind, String key, List<String> arguments) implements Serializable {

    static final String ATTRIBUTE = "flash";

    public static void success(RedirectAttributes redirect, String key, Object... arguments) {
        redirect.addFlashAttribute(ATTRIBUTE, of("success", key, arguments));
    }

    public static void warning(RedirectAttributes redirect, String key, Object... arguments) {
        redirect.addFlashAttribute(ATTRIBUTE, of("warning", key, arguments));
    }

    private static Flash of(String kind, String key, Object... arguments) {
        return new Flash(
                kind, key, Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
