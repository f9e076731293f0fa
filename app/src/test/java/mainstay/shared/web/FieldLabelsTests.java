package mainstay.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FieldLabelsTests {

    private static final Pattern FIELD = Pattern.compile("<(input|textarea)\\b((?:[^>\"]|\"[^\"]*\")*)>");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([\\w-]+)\"");
    private static final Pattern UNTYPED = Pattern.compile("\\btype=\"(hidden|checkbox|radio|file|submit)\"");

    private final FieldLabels labels = new FieldLabels(new Texts());

    @Test
    void every_field_that_people_type_in_has_a_name_that_they_know() {
        Set<String> typed = new TreeSet<>();
        for (String template : templates()) {
            Matcher field = FIELD.matcher(template);
            while (field.find()) {
                Matcher name = NAME.matcher(field.group(2));
                if (name.find() && !UNTYPED.matcher(field.group(2)).find()) {
                    typed.add(name.group(1));
                }
            }
        }
        assertThat(typed).hasSizeGreaterThan(80);
        assertThat(typed.stream().filter(name -> !labels.knows(name))).isEmpty();
    }

    @Test
    void a_field_is_called_as_in_its_form() {
        assertThat(labels.of(Texts.ENGLISH, "asOf")).isEqualTo("As of");
        assertThat(labels.of(Texts.SIMPLIFIED, "asOf")).isEqualTo("截至日期");
        assertThat(labels.of(Texts.ENGLISH, "effectFrom")).isEqualTo("First month");
        assertThat(labels.of(Texts.ENGLISH, "days3")).isEqualTo("Days");
        assertThat(labels.of(Texts.ENGLISH, "noSuchField")).isEqualTo("noSuchField");
    }

    private static List<String> templates() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
            return files.filter(file -> file.toString().endsWith(".jte"))
                    .map(FieldLabelsTests::read)
                    .toList();
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
