package mainstay.analytics.concentration;

import static mainstay.analytics.concentration.HhiBand.HIGHLY_CONCENTRATED;
import static mainstay.analytics.concentration.HhiBand.MODERATELY_CONCENTRATED;
import static mainstay.analytics.concentration.HhiBand.UNCONCENTRATED;
import static mainstay.analytics.concentration.HhiGuideline.MERGER_2010;
import static mainstay.analytics.concentration.HhiGuideline.MERGER_2023;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class HhiGuidelineTests {

    @Test
    void the_middle_band_includes_both_bounds() {
        assertThat(MERGER_2010.band(1_499.9)).isEqualTo(UNCONCENTRATED);
        assertThat(MERGER_2010.band(1_500)).isEqualTo(MODERATELY_CONCENTRATED);
        assertThat(MERGER_2010.band(2_500)).isEqualTo(MODERATELY_CONCENTRATED);
        assertThat(MERGER_2010.band(2_500.1)).isEqualTo(HIGHLY_CONCENTRATED);
    }

    @Test
    void the_later_guideline_is_stricter() {
        assertThat(MERGER_2010.band(1_998)).isEqualTo(MODERATELY_CONCENTRATED);
        assertThat(MERGER_2023.band(1_998)).isEqualTo(HIGHLY_CONCENTRATED);
    }

    @Test
    void an_index_below_zero_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> MERGER_2010.band(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> MERGER_2010.band(Double.NaN));
    }
}
