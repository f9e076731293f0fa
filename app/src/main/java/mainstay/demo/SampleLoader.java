package mainstay.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import mainstay.identity.FirmDesk;
import mainstay.identity.FirmSettings;
import mainstay.portfolio.value.Values;
import mainstay.rating.Ratings;
import mainstay.rating.finding.Findings;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// Loads a sample into its home. Each step can be repeated, so a start after a break goes on where it stopped;
/// the home is marked as whole only at the end.
@Component
class SampleLoader {

    private final SampleDirectory directory;
    private final FirmDesk firm;
    private final Findings findings;
    private final Ratings ratings;
    private final Values values;
    private final Clock clock;

    SampleLoader(
            SampleDirectory directory, FirmDesk firm, Findings findings, Ratings ratings, Values values, Clock clock) {
        this.directory = directory;
        this.firm = firm;
        this.findings = findings;
        this.ratings = ratings;
        this.values = values;
        this.clock = clock;
    }

    void ensureLoaded(Sample sample, SampleHome home, Progress progress) {
        if (home.isWhole()) {
            return;
        }
        Path files = directory.of(sample.name());
        try (FileChannel channel = FileChannel.open(
                        home.root().resolve("sample.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = channel.lock()) {
            if (alone.isValid() && !home.isWhole()) {
                load(sample, files, home, progress);
                home.markWhole();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void load(Sample sample, Path files, SampleHome home, Progress progress) throws IOException {
        long started = System.nanoTime();
        progress.say("Loading the sample %s, the first time only ...".formatted(sample.firm()));
        settle(sample);
        WeekShift shift = home.shift().orElseGet(() -> home.keep(sample.shift(LocalDate.now(clock))));
        Path workshop = Files.createDirectories(home.root().resolve("sample-files"));
        try {
            sample.load(files, shift, workshop, progress);
        } finally {
            FileSystemUtils.deleteRecursively(workshop);
        }
        progress.say("  finding and rating the key accounts ...");
        findings.ensureCurrent();
        ratings.ensureCurrent();
        progress.say("  valuing the accounts ...");
        values.ensureCurrent();
        progress.say("Loaded in %d s.".formatted(Math.round((System.nanoTime() - started) / 1e9)));
    }

    private void settle(Sample sample) {
        firm.settle(new FirmSettings(
                sample.firm(),
                sample.currency(),
                ZoneId.systemDefault().getId(),
                1,
                "medium",
                "pinyin",
                "12345",
                true));
    }
}
