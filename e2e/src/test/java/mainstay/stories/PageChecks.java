package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What every page must stand, whatever it shows.
final class PageChecks {

    private static final long HEAVIEST = 250 * 1024;
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final List<String> GRAVE = List.of("serious", "critical");
    private static final Pattern TEXT_KEY = textKeys();

    private PageChecks() {}

    static void isAccessible(Page page) {
        List<String> violations = new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(PageChecks::told)
                        .toList();
        assertThat(violations).as("what bars people from " + page.url()).isEmpty();
    }

    static void fitsItsWidth(Page page, int width) {
        Object wide = page.evaluate("document.documentElement.scrollWidth");
        assertThat((Integer) wide).as("width of " + page.url()).isLessThanOrEqualTo(width);
    }

    /// A text without a translation would show its key.
    static void speaks(Page page, String language) {
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        String shown = (String) page.evaluate("""
                () => {
                  const copy = document.body.cloneNode(true);
                  copy.querySelectorAll('code, pre, script').forEach(element => element.remove());
                  document.body.append(copy);
                  const text = copy.innerText;
                  copy.remove();
                  return text;
                }""");
        List<String> keys =
                TEXT_KEY.matcher(shown).results().map(MatchResult::group).toList();
        assertThat(keys).as("keys of texts on " + page.url()).isEmpty();
    }

    static void isLight(Visit visit) {
        assertThat(visit.weight()).as("bytes of " + visit.address()).isLessThan(HEAVIEST);
    }

    private static String told(Rule rule) {
        return rule.getImpact() + " " + rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream()
                        .limit(5)
                        .map(node -> node.getTarget() + " " + node.getHtml())
                        .collect(Collectors.joining("\n    "));
    }

    /// Words with a dot that begin as our keys do.
    private static Pattern textKeys() {
        Path texts = Repository.root().resolve("app/src/main/resources/i18n");
        try (Stream<Path> files = Files.list(texts)) {
            String beginnings = files.filter(file -> file.toString().endsWith("_en.properties"))
                    .flatMap(PageChecks::lines)
                    .filter(line -> line.matches("[A-Za-z]+\\..*"))
                    .map(line -> line.substring(0, line.indexOf('.')))
                    .distinct()
                    .collect(Collectors.joining("|"));
            return Pattern.compile(
                    String.format(Locale.ROOT, "(?<![\\w./])(?:%s)\\.(?!csv|xlsx)[a-zA-Z][\\w.]*", beginnings));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
