package mainstay.planning.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SituationTests {

    @Test
    void buying_counts_before_stars() {
        assertThat(Situation.of(4, true, false)).isEqualTo(Situation.STARS_4);
        assertThat(Situation.of(3, true, false)).isEqualTo(Situation.STARS_3);
        assertThat(Situation.of(2, true, false)).isEqualTo(Situation.STARS_2);
        assertThat(Situation.of(1, true, false)).isEqualTo(Situation.STARS_1);
        assertThat(Situation.of(null, true, false)).isEqualTo(Situation.UNRATED);
        assertThat(Situation.of(4, true, true)).isEqualTo(Situation.FADING);
        assertThat(Situation.of(null, false, true)).isEqualTo(Situation.NO_SALES);
    }
}
