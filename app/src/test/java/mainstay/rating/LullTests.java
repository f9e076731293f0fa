package mainstay.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// How long a run that was overtaken is put off; time passes by itself here.
class LullTests {
    private long merges;
    private long seconds;
    private final Lull lull =
            new Lull(() -> merges, () -> Duration.ofSeconds(seconds).toNanos(), Duration.ofSeconds(20));

    /// A look each five seconds until quiet is awaited no more.
    ///
    /// @param last second after which nobody merges any more; until then somebody does before each look
    /// @return seconds since the run was overtaken
    private long putOff(long last) {
        long begun = seconds;
        lull.begin();
        while (lull.isAwaited()) {
            seconds += 5;
            merges += seconds - begun <= last ? 1 : 0;
        }
        return seconds - begun;
    }

    @Test
    void a_run_begins_anew_once_nobody_has_merged_for_a_while() {
        assertThat(lull.isAwaited()).as("while nothing has happened").isFalse();
        assertThat(putOff(0)).isEqualTo(20);
        assertThat(putOff(35)).isEqualTo(35 + 20);
    }

    @Test
    void merges_without_end_put_it_off_for_some_minutes() {
        assertThat(putOff(Long.MAX_VALUE)).isEqualTo(180);
        assertThat(lull.isAwaited()).as("it has its chance now").isFalse();
        assertThat(putOff(Long.MAX_VALUE)).as("and is put off again").isEqualTo(180);
    }
}
