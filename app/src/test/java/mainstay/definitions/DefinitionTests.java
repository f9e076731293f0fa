package mainstay.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@Story
class DefinitionTests {

    private static final Path SOURCES = Path.of("src/main");
    private static final Path WRITTEN = Path.of("../docs/definitions");
    private static final Pattern ADDRESS = Pattern.compile("/definitions/([a-z0-9-]+)");

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    private MockHttpServletRequestBuilder page(String address) {
        return get(address).locale(Locale.ENGLISH).with(cast.signedIn(cast.viewer()));
    }

    private static Stream<Path> files(Path place, String ending) {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
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

    @Test
    void every_definition_that_a_page_refers_to_exists() {
        assertThat(Stream.concat(files(SOURCES, ".jte"), files(SOURCES, ".java"))
                        .flatMap(file -> ADDRESS.matcher(read(file)).results())
                        .map(found -> found.group(1))
                        .distinct()
                        .filter(name -> !Files.exists(WRITTEN.resolve(name + ".md"))))
                .isEmpty();
    }

    @Test
    void every_link_between_definitions_leads_somewhere() {
        Pattern link = Pattern.compile("\\]\\(([^)#:]+\\.md)");
        assertThat(files(WRITTEN, ".md")
                        .flatMap(file -> link.matcher(read(file))
                                .results()
                                .map(found -> file.resolveSibling(found.group(1)))
                                .filter(target -> !Files.exists(target))))
                .isEmpty();
    }

    @Test
    void every_definition_has_its_chinese_version() {
        assertThat(files(WRITTEN, ".md")
                        .filter(file -> file.equals(WRITTEN.resolve(file.getFileName())))
                        .map(file -> WRITTEN.resolve("zh-CN").resolve(file.getFileName()))
                        .filter(file -> !Files.exists(file)))
                .isEmpty();
    }

    @Test
    void the_index_leads_to_the_pages() throws Exception {
        web.perform(page("/definitions"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("href=\"/definitions/gini\"")));
    }

    @Test
    void a_page_shows_its_formula() throws Exception {
        web.perform(page("/definitions/gini"))
                .andExpect(content().string(containsString("Gini coefficient")))
                .andExpect(content().string(containsString("<pre><code>")));
    }

    @Test
    void a_reader_of_chinese_gets_chinese() throws Exception {
        web.perform(page("/definitions/gini").locale(Locale.SIMPLIFIED_CHINESE))
                .andExpect(content().string(containsString("基尼系数")));
        web.perform(page("/definitions/gini").locale(Locale.TRADITIONAL_CHINESE))
                .andExpect(content().string(containsString("lang=\"zh-CN\"")));
    }

    @Test
    void an_unknown_name_is_not_found_and_no_way_out_of_the_folder() throws Exception {
        web.perform(page("/definitions/no-such-thing")).andExpect(status().isNotFound());
        web.perform(page("/definitions/README")).andExpect(status().isNotFound());
    }

    @Test
    void markup_in_a_page_stays_text() {
        Definition shown = new Markdown().definition("# T\n\n<script>alert(1)</script>\n", "en", false);

        StringOutput body = new StringOutput();
        shown.body().writeTo(body);
        assertThat(body.toString()).contains("&lt;script&gt;").doesNotContain("<script>");
    }
}
