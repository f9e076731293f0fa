package mainstay.shared.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The texts of all modules in three languages, from `i18n/<module>_<language>.properties`.
/// An apostrophe in a text is an apostrophe; braces hold arguments.
@Component
public class Texts {

    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale SIMPLIFIED = Locale.SIMPLIFIED_CHINESE;
    public static final Locale TRADITIONAL = Locale.TRADITIONAL_CHINESE;
    public static final List<Locale> LANGUAGES = List.of(SIMPLIFIED, TRADITIONAL, ENGLISH);

    private final Map<Locale, Map<String, String>> patterns = new ConcurrentHashMap<>();
    private final Map<Locale, Map<String, Sentence>> sentences = new ConcurrentHashMap<>();

    public Texts() {
        for (Locale language : LANGUAGES) {
            patterns.put(language, load(suffix(language)));
            sentences.put(language, new ConcurrentHashMap<>());
        }
    }

    /// The nearest of the three languages.
    public static Locale nearest(Locale wanted) {
        if (!wanted.getLanguage().equals("zh")) {
            return ENGLISH;
        }
        boolean traditional =
                wanted.getScript().equals("Hant") || List.of("TW", "HK", "MO").contains(wanted.getCountry());
        return traditional ? TRADITIONAL : SIMPLIFIED;
    }

    public String get(Locale locale, String key, Object... arguments) {
        return get(new Formats(locale, locale), key, arguments);
    }

    /// With the formats of a page, which also say how days are written.
    String get(Formats formats, String key, Object... arguments) {
        Locale language = nearest(formats.locale());
        String pattern = patterns.getOrDefault(language, Map.of()).get(key);
        if (pattern == null) {
            return key;
        }
        if (arguments.length == 0 && pattern.indexOf('{') < 0) {
            return pattern;
        }
        return Objects.requireNonNull(sentences.get(language))
                .computeIfAbsent(pattern, unread -> Sentence.of(unread, language))
                .filled(formats, arguments);
    }

    /// A sentence whose arguments may be sentences themselves.
    public String get(Locale locale, Text text) {
        return get(new Formats(locale, locale), text);
    }

    String get(Formats formats, Text text) {
        Object[] arguments = text.arguments().stream()
                .map(argument -> argument instanceof Text inner ? get(formats, inner) : argument)
                .toArray();
        return get(formats, text.key(), arguments);
    }

    public boolean has(String key) {
        return patterns.getOrDefault(ENGLISH, Map.of()).containsKey(key);
    }

    /// The first key in the order of the alphabet that ends so.
    Optional<String> ending(String end) {
        return patterns.getOrDefault(ENGLISH, Map.of()).keySet().stream()
                .filter(key -> key.endsWith(end))
                .sorted()
                .findFirst();
    }

    static String suffix(Locale language) {
        return language.equals(ENGLISH) ? "en" : language.toString();
    }

    private static Map<String, String> load(String suffix) {
        try {
            Map<String, String> texts = new ConcurrentHashMap<>();
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:i18n/*_" + suffix + ".properties")) {
                Properties properties = new Properties();
                try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, value) -> texts.put((String) key, (String) value));
            }
            return texts;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
