package mainstay.shared.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
    private final Map<Locale, Map<String, MessageFormat>> formats = new ConcurrentHashMap<>();

    public Texts() {
        for (Locale language : LANGUAGES) {
            patterns.put(language, load(suffix(language)));
            formats.put(language, new ConcurrentHashMap<>());
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
        return get(locale, locale, key, arguments);
    }

    /// Days are written as in the region.
    String get(Locale locale, Locale region, String key, Object... arguments) {
        Locale language = nearest(locale);
        String pattern = patterns.getOrDefault(language, Map.of()).get(key);
        if (pattern == null) {
            return key;
        }
        if (arguments.length == 0 && pattern.indexOf('{') < 0) {
            return pattern;
        }
        MessageFormat message = Objects.requireNonNull(formats.get(language))
                .computeIfAbsent(pattern, unread -> understood(unread, language));
        return fill((MessageFormat) message.clone(), new Formats(language, region), arguments);
    }

    /// A sentence whose arguments may be sentences themselves.
    public String get(Locale locale, Text text) {
        return get(locale, locale, text);
    }

    String get(Locale locale, Locale region, Text text) {
        Object[] arguments = text.arguments().stream()
                .map(argument -> argument instanceof Text inner ? get(locale, region, inner) : argument)
                .toArray();
        return get(locale, region, text.key(), arguments);
    }

    /// Rounds as pages do, half up.
    private static MessageFormat understood(String pattern, Locale language) {
        MessageFormat message = new MessageFormat(pattern.replace("'", "''"), language);
        for (Format format : message.getFormats()) {
            if (format instanceof DecimalFormat number) {
                number.setRoundingMode(RoundingMode.HALF_UP);
            }
        }
        return message;
    }

    /// Writes days as pages do. Takes a message of its own: they cannot be shared between threads.
    private static String fill(MessageFormat message, Formats formats, Object... arguments) {
        return message.format(Arrays.stream(arguments)
                .map(argument -> argument instanceof LocalDate day ? formats.date(day) : argument)
                .toArray());
    }

    public boolean has(String key) {
        return patterns.getOrDefault(ENGLISH, Map.of()).containsKey(key);
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
