package mainstay.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Three languages stay in step, and no page says anything past them.
class TextsTests {

    private static final Path TEXTS = Path.of("src/main/resources/i18n");
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    private static final Pattern KEY = Pattern.compile("page\\.t\\(\"([^\"]+)\"[,)]");

    @Test
    void every_text_exists_in_three_languages_with_the_same_arguments() {
        for (String module : modules()) {
            Properties english = texts(module, "en");
            for (String other : List.of("zh_CN", "zh_TW")) {
                Properties translated = texts(module, other);
                assertThat(translated.stringPropertyNames())
                        .as(module + "_" + other)
                        .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
                assertThat(english.stringPropertyNames())
                        .allSatisfy(key -> assertThat(arguments(translated.getProperty(key)))
                                .as(module + "_" + other + ": " + key)
                                .isSubsetOf(arguments(english.getProperty(key))));
            }
        }
    }

    /// Region and category of accounts bear one word each; products have a category of another kind.
    @Test
    void region_and_category_are_called_the_same_everywhere_in_chinese() {
        for (String module : modules()) {
            texts(module, "zh_CN").forEach((key, text) -> oneWordEach(module + ": " + key, text, "地区", "(?<!行业)类别"));
            texts(module, "zh_TW").forEach((key, text) -> oneWordEach(module + ": " + key, text, "地區", "(?<!行業)類別"));
        }
    }

    private static void oneWordEach(String key, Object text, String region, String category) {
        assertThat((String) text).as(key).doesNotContain(region);
        if (key.endsWith("ategory")) {
            assertThat((String) text).as(key).doesNotContainPattern(category);
        }
    }

    @Test
    void no_text_is_named_twice() {
        assertThat(modules().stream().flatMap(TextsTests::named).toList()).doesNotHaveDuplicates();
    }

    /// As its lines name them: of two in one file, properties know the last alone.
    private static Stream<String> named(String module) {
        try {
            return Files.readAllLines(TEXTS.resolve(module + "_en.properties")).stream()
                    .filter(line -> line.matches("[\\w.-]+=.*"))
                    .map(line -> line.substring(0, line.indexOf('=')));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void every_key_of_a_template_has_its_text() {
        Set<String> known = modules().stream()
                .flatMap(module -> texts(module, "en").stringPropertyNames().stream())
                .collect(Collectors.toSet());

        assertThat(templates()
                        .flatMap(template -> KEY.matcher(read(template))
                                .results()
                                .map(found -> found.group(1))
                                .filter(key -> !known.contains(key))
                                .map(key -> template.getFileName() + ": " + key)))
                .isEmpty();
    }

    @Test
    void templates_say_nothing_of_their_own() {
        assertThat(templates()
                        .flatMap(
                                template -> ownWords(read(template)).map(word -> template.getFileName() + ": " + word)))
                .isEmpty();
    }

    @Test
    void templates_hold_no_script_and_no_style_of_their_own() {
        Pattern inline = Pattern.compile("(?i)<script>|<script [^>]*>[^<]|<style|\\sstyle=\"|\\son[a-z]+=\"|hx-on");

        assertThat(templates().filter(template -> inline.matcher(read(template)).find()))
                .isEmpty();
    }

    /// Letters that stand between tags, outside of expressions and statements.
    private static Stream<String> ownWords(String template) {
        String bare = template.replaceAll("(?m)^@(import|param).*$", "")
                .replaceAll("<%--[\\s\\S]*?--%>", "")
                .replaceAll("!\\{[^}]*\\}", "")
                .replaceAll("\\$\\{(?:[^{}]|\\{[^{}]*\\})*\\}", "");
        String texts = withoutStatements(bare);
        Matcher words = Pattern.compile(">([^<>@`]*?\\p{L}{2,}[^<>@`]*?)<").matcher(texts);
        return words.results().map(found -> found.group(1).strip()).filter(word -> !word.matches("(?s)\\s*"));
    }

    private static String withoutStatements(String template) {
        return template.replaceAll("@(if|elseif|for)\\s*\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)", "")
                .replaceAll("@(else|endif|endfor|endraw|raw)", "")
                .replaceAll("@template\\.[\\w.-]+\\((?:[^()`]|\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\))*\\)", "")
                .replaceAll("@template\\.[\\w.-]+\\([^`]*`", "");
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> modules() {
        try (Stream<Path> files = Files.list(TEXTS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("_en.properties"))
                    .map(name -> name.substring(0, name.length() - "_en.properties".length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Properties texts(String module, String language) {
        Properties texts = new Properties();
        try (var reader = Files.newBufferedReader(TEXTS.resolve(module + "_" + language + ".properties"))) {
            texts.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }

    private static Stream<Path> templates() {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".jte")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
