package mainstay.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The worked example of the definitions of completeness and freshness.
class HealthTests {

    @Test
    void weights_of_what_is_known_and_of_what_is_still_fresh() {
        Health health = Health.sum(List.of(
                Health.of(2, true, true),
                Health.of(2, true, false),
                Health.of(1, true, true),
                Health.of(3, false, false)));

        assertThat(health).isEqualTo(new Health(8, 5, 3));
        assertThat(health.completeness()).isEqualTo(0.625);
        assertThat(health.freshness()).isEqualTo(0.6);
    }

    @Test
    void what_is_not_asked_or_not_known_is_no_zero() {
        assertThat(Health.NONE.completeness()).isNull();
        assertThat(Health.of(0, true, true).freshness()).isNull();
        assertThat(Health.of(3, false, false).completeness()).isZero();
        assertThat(Health.of(3, false, false).freshness()).isNull();
    }
}
