package mainstay.guards;

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

/// The formatter breaks a line of a comment that is too long, and leaves its last words on a line of their own.
class DocCommentsTests {
    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES = List.of("analytics", "app", "bench", "e2e");
    private static final String COMMENT = "/// ";

    /// A line of which nearly nothing is left free.
    private static final int FULL = 85;

    /// A line that has hardly begun.
    private static final int BEGUN = 46;

    /// Lists, tables, tags and examples break where they like.
    private static final Pattern NO_PROSE = Pattern.compile("([-@|*#`>]|\\d+\\.| {3}).*");

    @Test
    void no_sentence_is_broken_off_after_a_few_words() {
        assertThat(MODULES.stream().flatMap(DocCommentsTests::sources).flatMap(DocCommentsTests::brokenOff))
                .as("join these lines with the next and break them before column 110")
                .isEmpty();
    }

    @Test
    void a_line_that_goes_on_in_the_next_one_is_broken_off() {
        String full = COMMENT + "x".repeat(FULL);
        assertThat(isBrokenOff(full, "/// nobody", "/// moved, whatever became of it."))
                .isTrue();
        assertThat(isBrokenOff(full, "/// nobody moved.", "/// Whatever became of it."))
                .isFalse();
        assertThat(isBrokenOff(full, "/// nobody", "/// @param day of the figures"))
                .isFalse();
        assertThat(isBrokenOff("/// Short", "/// nobody", "/// moved, whatever became of it."))
                .isFalse();
    }

    private static Stream<Path> sources(String module) {
        try (Stream<Path> all = Files.walk(ROOT.resolve(module).resolve("src"))) {
            return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> brokenOff(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return IntStream.range(1, lines.size() - 1)
                    .filter(line -> isBrokenOff(lines.get(line - 1), lines.get(line), lines.get(line + 1)))
                    .mapToObj(line -> file + ":" + (line + 1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isBrokenOff(String before, String line, String after) {
        String words = prose(line);
        return before.length() >= FULL
                && !prose(before).isEmpty()
                && !words.isEmpty()
                && words.length() < BEGUN
                && !words.endsWith(".")
                && !words.endsWith(":")
                && !prose(after).isEmpty();
    }

    /// What a line of a comment says, empty where it is none.
    private static String prose(String line) {
        String text = line.strip();
        String words = text.startsWith(COMMENT) ? text.substring(COMMENT.length()) : "";
        return NO_PROSE.matcher(words).matches() ? "" : words;
    }
}
