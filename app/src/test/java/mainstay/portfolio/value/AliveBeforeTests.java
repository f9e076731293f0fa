package mainstay.portfolio.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AliveBeforeTests {

    @Test
    void what_another_method_said_does_not_compare() {
        AliveBefore before = new AliveBefore("model", 0.9);

        assertThat(before.by("model")).isEqualTo(0.9);
        assertThat(before.by("rhythm")).isNull();
    }
}
