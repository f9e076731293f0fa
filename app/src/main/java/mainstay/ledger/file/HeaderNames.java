package mainstay.ledger.file;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names under which the fields of each kind are known in English and Chinese exports.
final class HeaderNames {

    private static final Properties NAMES = load();
    private static final Map<Kind, Map<String, List<Field>>> MEANINGS = new ConcurrentHashMap<>();

    private HeaderNames() {}

    /// All fields of the kind that a header with this name could mean, the one it names literally first.
    static List<Field> meanings(Kind kind, String header) {
        return MEANINGS.computeIfAbsent(kind, HeaderNames::meanings).getOrDefault(Columns.normal(header), List.of());
    }

    private static Map<String, List<Field>> meanings(Kind kind) {
        Map<String, Set<Field>> found = new HashMap<>();
        kind.fields()
                .forEach(field -> found.computeIfAbsent(Columns.normal(field.name()), name -> new LinkedHashSet<>())
                        .add(field));
        kind.fields()
                .forEach(field -> synonyms(kind, field)
                        .forEach(synonym -> found.computeIfAbsent(synonym, name -> new LinkedHashSet<>())
                                .add(field)));
        return found.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }

    private static Stream<String> synonyms(Kind kind, Field field) {
        String names = NAMES.getProperty(kind.code() + "." + field.name(), "");
        return Arrays.stream(names.split(",")).map(Columns::normal).filter(name -> !name.isEmpty());
    }

    private static Properties load() {
        Properties names = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(HeaderNames.class.getResourceAsStream("/ledger/headers.properties")),
                StandardCharsets.UTF_8)) {
            names.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
