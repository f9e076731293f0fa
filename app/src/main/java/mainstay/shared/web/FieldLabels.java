package mainstay.shared.web;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// What the fields of forms and the parameters of pages are called where people read of them: `field.<name>`, else as a
/// form calls its own, `<area>.field.<name>`.
@Component
class FieldLabels {

    private static final Pattern ROW = Pattern.compile("[-.\\[]?\\d+]?$");

    private final Texts texts;

    FieldLabels(Texts texts) {
        this.texts = texts;
    }

    /// As it stands where it has no label: nobody types there.
    String of(Locale locale, String name) {
        return key(name)
                .or(() -> key(ROW.matcher(name).replaceFirst("")))
                .map(key -> texts.get(locale, key))
                .orElse(name);
    }

    boolean knows(String name) {
        return key(name).isPresent();
    }

    private Optional<String> key(String name) {
        String own = "field." + name;
        return texts.has(own) ? Optional.of(own) : texts.ending("." + own);
    }
}
