package mainstay.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each definition has a worked example, and what the example comes to stands in a test that its page names.
class WorkedExampleTests {

    private static final Path ENGLISH = Path.of("../docs/definitions");
    private static final Path CHINESE = ENGLISH.resolve("zh-CN");
    private static final Set<String> NO_FIGURE = Set.of("README.md", "who-may.md", "token-scopes.md");

    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Tests|Properties))`");
    private static final Pattern TYPE = Pattern.compile("`mainstay\\.([a-z.]+)\\.([A-Z]\\w+)`");
    private static final Pattern RESULT = Pattern.compile("\\*\\*[−+]?([\\d,]*\\.?\\d+)(?: ?%)?\\*\\*");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d_,]*(?:\\.\\d+)?|\\.\\d+");

    /// What a number of a page is in a test: itself, a fraction for a percentage, or money in ten-thousandths.
    private static final List<BigDecimal> SCALES =
            Stream.of("1", "100", "0.0001", "0.01").map(BigDecimal::new).toList();

    private static final Map<String, String> TESTS = sources("test");
    private static final Map<String, String> TYPES = sources("main");

    @Test
    void every_page_has_an_example_in_both_languages() {
        assertThat(pages()).isNotEmpty().allSatisfy(page -> {
            assertThat(read(page)).as(page.toString()).contains("**Worked example");
            assertThat(read(chinese(page))).as("Chinese " + page).containsPattern("\\*\\*(算例|示例|例)");
        });
    }

    @Test
    void every_page_names_classes_and_tests_that_are_there() {
        assertThat(pages()).allSatisfy(page -> {
            String text = read(page);
            assertThat(names(TEST, text)).as(page.toString()).isNotEmpty().isSubsetOf(TESTS.keySet());
            assertThat(TYPE.matcher(text).results().map(found -> found.group(2)))
                    .as(page.toString())
                    .isSubsetOf(TYPES.keySet());
            assertThat(names(TEST, read(chinese(page)))).as("Chinese " + page).isEqualTo(names(TEST, text));
        });
    }

    @Test
    void what_an_example_comes_to_stands_in_a_test_of_the_page() {
        assertThat(pages()).allSatisfy(page -> {
            String text = read(page);
            Set<BigDecimal> asserted = names(TEST, text).stream()
                    .map(TESTS::get)
                    .flatMap(WorkedExampleTests::numbers)
                    .collect(Collectors.toSet());
            assertThat(RESULT.matcher(examples(text)).results().map(found -> plain(found.group(1))))
                    .as(page.toString())
                    .allMatch(result -> isAmong(asserted, result));
        });
    }

    @Test
    void both_languages_come_to_the_same() {
        assertThat(pages())
                .allSatisfy(page -> assertThat(results(read(chinese(page))))
                        .as("Chinese " + page)
                        .containsExactlyInAnyOrderElementsOf(results(read(page))));
    }

    @Test
    void a_result_that_no_test_holds_is_found() {
        Set<BigDecimal> asserted = numbers("isCloseTo(0.3333, within(5e-4)); isEqualTo(3_900_0000L)")
                .collect(Collectors.toSet());

        assertThat(isAmong(asserted, plain("33.3"))).isTrue();
        assertThat(isAmong(asserted, plain("3,900"))).isTrue();
        assertThat(isAmong(asserted, plain("0.334"))).isFalse();
        assertThat(examples("**Worked example.** a\n\nb **7**\n\n**Source.** c **8**"))
                .contains("7")
                .doesNotContain("8");
    }

    private static boolean isAmong(Set<BigDecimal> asserted, BigDecimal result) {
        return asserted.stream()
                .anyMatch(number -> SCALES.stream()
                        .anyMatch(scale -> number.multiply(scale)
                                        .setScale(result.scale(), RoundingMode.HALF_UP)
                                        .compareTo(result)
                                == 0));
    }

    /// The paragraphs of examples, up to the next one that begins with a word in bold type of its own.
    private static String examples(String page) {
        StringBuilder examples = new StringBuilder();
        boolean inside = false;
        for (String paragraph : page.split("\n\\s*\n", -1)) {
            inside = paragraph.startsWith("**Worked example") || (inside && !paragraph.startsWith("**"));
            examples.append(inside ? paragraph + "\n\n" : "");
        }
        return examples.toString();
    }

    private static List<String> results(String page) {
        return RESULT.matcher(page)
                .results()
                .map(found -> found.group(1).replace(",", ""))
                .toList();
    }

    private static Stream<BigDecimal> numbers(String source) {
        return NUMBER.matcher(source)
                .results()
                .map(MatchResult::group)
                .flatMap(number -> Stream.concat(Stream.of(number), Arrays.stream(number.split(",", -1))))
                .map(number -> number.replaceAll("[_,]", ""))
                .filter(number -> !number.isEmpty())
                .map(BigDecimal::new);
    }

    private static BigDecimal plain(String number) {
        return new BigDecimal(number.replace(",", ""));
    }

    private static Set<String> names(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path chinese(Path page) {
        return CHINESE.resolve(page.getFileName());
    }

    private static List<Path> pages() {
        try (Stream<Path> all = Files.list(ENGLISH)) {
            return all.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !NO_FIGURE.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// By the name of the class.
    private static Map<String, String> sources(String kind) {
        return Stream.of("analytics", "app")
                .map(module -> Path.of("..", module, "src", kind, "java"))
                .flatMap(WorkedExampleTests::files)
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().replace(".java", ""),
                        WorkedExampleTests::read,
                        (one, other) -> one + other));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
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
