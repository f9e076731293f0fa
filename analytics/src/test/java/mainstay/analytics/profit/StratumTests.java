package mainstay.analytics.profit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StratumTests {

    @Test
    void four_kinds_of_customers() {
        assertThat(Stratum.of(900, 500, 80, 50)).isEqualTo(Stratum.CORE);
        assertThat(Stratum.of(100, 500, 80, 50)).isEqualTo(Stratum.OPPORTUNISTIC);
        assertThat(Stratum.of(900, 500, 20, 50)).isEqualTo(Stratum.SERVICE_DRAIN);
        assertThat(Stratum.of(100, 500, 20, 50)).isEqualTo(Stratum.MARGINAL);
    }

    @Test
    void a_bound_belongs_to_the_higher_side() {
        assertThat(Stratum.of(500, 500, 50, 50)).isEqualTo(Stratum.CORE);
    }
}
