package mainstay.dossier.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Asks the scanner for viruses that the operator set. It is started with the file as its last word, or where `{file}`
/// stands, without a shell. It ends with 0 where it found nothing, with 1 where it found something; everything else,
/// and taking too long, is a failure, and what was not scanned is not kept.
@Component
class VirusScan {

    private static final Logger LOG = LoggerFactory.getLogger(VirusScan.class);
    private static final String PLACE = "{file}";
    private static final int FOUND = 1;
    private static final int MOST_SAID = 2_000;

    private final List<String> command;
    private final Duration patience;

    VirusScan(
            @Value("${mainstay.documents.scan:}") String command,
            @Value("${mainstay.documents.scan-patience:PT1M}") Duration patience) {
        this.command =
                command.isBlank() ? List.of() : Arrays.asList(command.strip().split("\\s+"));
        this.patience = patience;
    }

    enum Verdict {
        /// No scanner is set.
        NOT_ASKED,
        CLEAN,
        INFECTED,
        FAILED
    }

    Verdict of(Path file) {
        if (command.isEmpty()) {
            return Verdict.NOT_ASKED;
        }
        try {
            return run(file);
        } catch (IOException unstarted) {
            LOG.warn("the scanner for viruses cannot be started: {}", unstarted.getMessage());
            return Verdict.FAILED;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Verdict.FAILED;
        }
    }

    private Verdict run(Path file) throws IOException, InterruptedException {
        Process scanner =
                new ProcessBuilder(line(file)).redirectErrorStream(true).start();
        scanner.getOutputStream().close();
        StringBuilder said = new StringBuilder();
        Thread reader = Thread.ofVirtual().start(() -> read(scanner.getInputStream(), said));
        if (!scanner.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            scanner.descendants().forEach(ProcessHandle::destroyForcibly);
            scanner.destroyForcibly();
            LOG.warn("the scanner for viruses took longer than {}", patience);
            return Verdict.FAILED;
        }
        reader.join(patience);
        Verdict verdict = verdict(scanner.exitValue());
        if (verdict != Verdict.CLEAN) {
            LOG.warn("the scanner for viruses ended with {}: {}", scanner.exitValue(), said);
        }
        return verdict;
    }

    private static Verdict verdict(int exit) {
        if (exit == 0) {
            return Verdict.CLEAN;
        }
        return exit == FOUND ? Verdict.INFECTED : Verdict.FAILED;
    }

    private static void read(InputStream spoken, StringBuilder said) {
        try (spoken) {
            said.append(new String(spoken.readNBytes(MOST_SAID), StandardCharsets.UTF_8).strip());
            spoken.skipNBytes(Long.MAX_VALUE);
        } catch (IOException ended) {
            LOG.debug("the scanner says no more", ended);
        }
    }

    private List<String> line(Path file) {
        List<String> words = new ArrayList<>();
        command.forEach(word -> words.add(word.replace(PLACE, file.toString())));
        if (command.stream().noneMatch(word -> word.contains(PLACE))) {
            words.add(file.toString());
        }
        return words;
    }
}
