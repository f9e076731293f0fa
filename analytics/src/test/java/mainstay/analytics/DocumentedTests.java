package mainstay.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What users of the library see is explained in the sources.
class DocumentedTests {

    private static final Path SOURCES = Path.of("src/main/java/mainstay/analytics");
    private static final Pattern EXPORTED = Pattern.compile("exports mainstay\\.analytics\\.(\\w+);");
    private static final Pattern MEMBER = Pattern.compile(" *public (?!static final class).*");
    private static final Pattern COMPONENT = Pattern.compile("public record \\w+(?:<.*?>)?\\(([^)]*)\\)");

    @Test
    void every_public_member_has_a_comment() {
        var without = files().flatMap(file -> {
                    var lines = read(file).lines().toList();
                    return IntStream.range(0, lines.size())
                            .filter(i -> MEMBER.matcher(lines.get(i)).matches() && !isExplained(lines, i))
                            .mapToObj(i -> file + ":" + (i + 1));
                })
                .toList();

        assertThat(without).isEmpty();
    }

    @Test
    void every_component_of_a_public_record_is_explained() {
        var without = files().flatMap(file -> {
                    var text = read(file);
                    return COMPONENT
                            .matcher(text)
                            .results()
                            .flatMap(found -> Stream.of(found.group(1).split(",", -1)))
                            .map(component -> component.strip().replaceAll(".*\\s", ""))
                            .filter(name -> name.matches("\\w+") && !text.contains("@param " + name + " "))
                            .map(name -> file + ": " + name);
                })
                .toList();

        assertThat(without).isEmpty();
    }

    /// A comment above, or that of the type which the member overrides.
    private static boolean isExplained(List<String> lines, int member) {
        for (var i = member - 1; i >= 0; i--) {
            var line = lines.get(i).strip();
            if (line.equals("@Override") || line.startsWith("///")) {
                return true;
            }
            if (!line.startsWith("@")) {
                return false;
            }
        }
        return false;
    }

    private static Stream<Path> files() {
        var module = read(Path.of("src/main/java/module-info.java"));
        return EXPORTED.matcher(module)
                .results()
                .map(found -> SOURCES.resolve(found.group(1)))
                .flatMap(DocumentedTests::files);
    }

    private static Stream<Path> files(Path folder) {
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
