package mainstay.definitions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Repository;

/// The pages that travel in the jar, by name and language.
@Repository
class Definitions {

    private static final String PLACE = "docs/definitions/";
    private static final String CHINESE = PLACE + "zh-CN/";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Markdown markdown = new Markdown();

    Optional<Definition> index(Locale language) {
        return find("README", language);
    }

    Optional<Definition> named(String name, Locale language) {
        return NAME.matcher(name).matches() ? find(name, language) : Optional.empty();
    }

    /// Traditional Chinese readers are shown the Simplified version.
    private Optional<Definition> find(String name, Locale language) {
        boolean chinese = language.getLanguage().equals("zh");
        Optional<String> translated = chinese ? read(CHINESE + name) : Optional.empty();
        return translated
                .map(text -> markdown.definition(text, "zh-CN", false))
                .or(() -> read(PLACE + name).map(text -> markdown.definition(text, "en", chinese)));
    }

    private static Optional<String> read(String path) {
        ClassPathResource file = new ClassPathResource(path + ".md");
        if (!file.exists()) {
            return Optional.empty();
        }
        try {
            return Optional.of(file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
