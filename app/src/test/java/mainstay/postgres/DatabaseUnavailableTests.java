package mainstay.postgres;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DatabaseUnavailableTests {

    @Test
    void a_place_where_nothing_can_be_written_is_told_in_a_sentence() {
        assertThatThrownBy(() -> Home.prepare(Path.of("/proc/nope/database")))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("Name another directory with MAINSTAY_HOME")
                .hasMessageNotContaining("Exception");
    }
}
