package mainstay.ledger.file;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/// The names under which the fields of each kind are known in English and Chinese exports.
final class HeaderNames {

    private static final Properties NAMES = load();

    private HeaderNames() {}

    /// All fields of the kind that a header with this name could mean, the one it names literally first.
    static List<Field> meanings(Kind kind, String header) {
        String normal = Columns.normal(header);
        return Stream.concat(
                        kind.fields().stream()
                                .filter(field -> Columns.normal(field.name()).equals(normal)),
                        kind.fields().stream()
                                .filter(field -> synonyms(kind, field).anyMatch(normal::equals)))
                .distinct()
                .toList();
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
