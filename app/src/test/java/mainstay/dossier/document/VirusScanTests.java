package mainstay.dossier.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import mainstay.dossier.document.VirusScan.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scanner that an operator sets.
class VirusScanTests {

    @TempDir
    Path folder;

    static String script(Path folder, String body) throws IOException {
        Path script = Files.writeString(folder.resolve("scan.sh"), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }

    private Verdict verdict(String command) throws IOException {
        Path file = Files.writeString(folder.resolve("a file.sent"), "EICAR");
        return new VirusScan(command, Duration.ofSeconds(20)).of(file);
    }

    @Test
    void without_a_command_nobody_is_asked() throws IOException {
        assertThat(verdict(" ")).isEqualTo(Verdict.NOT_ASKED);
    }

    @Test
    void the_exit_code_tells_as_that_of_clamdscan_does() throws IOException {
        assertThat(verdict(script(folder, "grep -q EICAR \"$1\" && exit 0; exit 2")))
                .isEqualTo(Verdict.CLEAN);
        assertThat(verdict(script(folder, "echo \"$1: Eicar FOUND\"; exit 1"))).isEqualTo(Verdict.INFECTED);
        assertThat(verdict(script(folder, "echo 'no daemon' >&2; exit 2"))).isEqualTo(Verdict.FAILED);
        assertThat(verdict(script(folder, "test \"$1\" = --quick && grep -q EICAR \"$2\"") + " --quick {file}"))
                .isEqualTo(Verdict.CLEAN);
        assertThat(verdict(script(folder, "yes | head -c 3000000; exit 0"))).isEqualTo(Verdict.CLEAN);
    }

    @Test
    void one_that_is_missing_or_hangs_has_failed() throws IOException {
        assertThat(verdict(folder.resolve("nowhere").toString())).isEqualTo(Verdict.FAILED);
        Path file = Files.writeString(folder.resolve("b.sent"), "x");
        assertThat(new VirusScan(script(folder, "sleep 30"), Duration.ofMillis(200)).of(file))
                .isEqualTo(Verdict.FAILED);
    }
}
