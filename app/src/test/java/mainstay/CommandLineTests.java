package mainstay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What holds for every command.
@Story
class CommandLineTests {

    @Autowired
    CommandLineRunner commands;

    @Autowired
    Cast cast;

    @TempDir
    Path directory;

    private String out = "";
    private String err = "";

    private int run(String... words) {
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(heard, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            return commands.run(words);
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
            out = heard.toString(StandardCharsets.UTF_8).strip();
            err = complained.toString(StandardCharsets.UTF_8).strip();
        }
    }

    private Path sales() throws IOException {
        return Files.writeString(directory.resolve("sales.csv"), "customer,date,amount\nA,2026-01-05,10\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "import",
                "batches",
                "withdraw",
                "rebuild",
                "backup",
                "restore",
                "portfolio",
                "accounts",
                "user",
                "user add",
                "user list",
                "user password",
                "user token",
                "user manager"
            })
    void every_command_explains_itself(String command) {
        String[] words = (command + " --help").strip().split(" ");

        assertThat(run(words)).isZero();
        assertThat(out)
                .contains("Usage: mainstay" + (command.isEmpty() ? "" : " "))
                .contains("--help");
    }

    @Test
    void the_settings_are_named() {
        run("--help");

        assertThat(out).contains("MAINSTAY_HOME", "MAINSTAY_CURRENCY", "MAINSTAY_ADMIN_PASSWORD", "--sample");
    }

    @Test
    void who_may_not_is_told_in_a_sentence() throws IOException {
        assertThat(run("--user", cast.viewer().name(), "import", sales().toString()))
                .isEqualTo(1);
        assertThat(err).startsWith("You may not do this.");
    }

    @Test
    void who_may_not_is_told_in_json_where_json_was_asked_for() throws IOException {
        assertThat(run("--user", cast.viewer().name(), "import", sales().toString(), "--json"))
                .isEqualTo(1);
        assertThat(out)
                .contains("\"status\":403", "\"type\":\"urn:mainstay:problem:forbidden\"", "You may not do this.");
    }

    @Test
    void what_is_no_day_and_who_is_no_user_is_said_in_a_sentence() {
        assertThat(run("portfolio", "--from", "2025-13-01")).isEqualTo(2);
        assertThat(err).contains("2025-13-01 is not a day, write 2025-01-31").doesNotContain("Exception");
        assertThat(run("--user", "nosuch", "portfolio")).isEqualTo(2);
        assertThat(err).isEqualTo("There is no enabled user nosuch.");
    }

    @Test
    void a_day_to_come_does_not_make_the_data_longer() throws IOException {
        assertThat(run("import", sales().toString())).as(err).isZero();
        assertThat(run("portfolio", "--as-of", "2030-01-01")).isZero();
        assertThat(out).contains(", as of 2030-01-01").doesNotContain("data to 2030");
    }
}
