package mainstay.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackupWorryTests {

    private static final Instant NOW = Instant.parse("2026-11-16T01:00:00Z");

    private static BackupRun run(Instant at, boolean good) {
        return new BackupRun(
                1,
                null,
                at,
                at,
                "/b.zip",
                good ? 10L : null,
                good ? 1L : null,
                good ? null : "backup.diskFull",
                null,
                null);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // hours since: the installation, the last good one, a failure; what is told
                "1,   -,  -,  -",
                "47,  -,  -,  -",
                "49,  -,  -,  none",
                "900, 5,  -,  -",
                "900, 48, -,  -",
                "900, 49, -,  old",
                "900, 30, 6,  failed",
                "900, 6,  30, -",
                "3,   -,  1,  failed"
            })
    void what_is_to_be_worried_about(
            int installed, @Nullable Integer good, @Nullable Integer failed, @Nullable String told) {
        Optional<BackupRun> lastGood = Optional.ofNullable(good).map(hours -> run(ago(hours), true));
        Optional<BackupRun> lastFailed = Optional.ofNullable(failed).map(hours -> run(ago(hours), false));
        Optional<BackupRun> last =
                Stream.of(lastGood, lastFailed).flatMap(Optional::stream).max(Comparator.comparing(BackupRun::ended));

        assertThat(BackupWorry.of(lastGood, last, ago(installed), NOW)
                        .map(worry -> worry.kind().word())
                        .orElse(null))
                .isEqualTo(told);
    }

    private static Instant ago(int hours) {
        return NOW.minus(Duration.ofHours(hours));
    }

    @Test
    void the_last_good_one_is_named_beside_a_failure() {
        BackupWorry worry = BackupWorry.of(
                        Optional.of(run(ago(30), true)), Optional.of(run(ago(1), false)), ago(900), NOW)
                .orElseThrow();

        assertThat(worry.lastGood()).isEqualTo(ago(30));
    }
}
