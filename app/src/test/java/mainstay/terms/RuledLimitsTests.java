package mainstay.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import mainstay.terms.RebateFigures.Rebate;
import org.junit.jupiter.api.Test;

class RuledLimitsTests {

    @Test
    void two_stars_get_goods_on_credit_about_equal_to_their_rebate() {
        Rebate rebate = new Rebate(12_000_0000L, 30_000_0000L, false);

        assertThat(RuledLimits.byRebate(rebate, BigDecimal.ONE)).isEqualTo(30_000_0000L);
        assertThat(RuledLimits.byRebate(rebate, new BigDecimal("0.5"))).isEqualTo(15_000_0000L);
        assertThat(RuledLimits.byRebate(new Rebate(40_000_0000L, 30_000_0000L, false), BigDecimal.ONE))
                .isEqualTo(40_000_0000L);
    }

    @Test
    void one_of_the_rebates_is_enough_and_none_is_no_limit_rather_than_nought() {
        assertThat(RuledLimits.byRebate(new Rebate(null, 7L, false), BigDecimal.ONE))
                .isEqualTo(7L);
        assertThat(RuledLimits.byRebate(new Rebate(0L, null, false), BigDecimal.ONE))
                .isZero();
        assertThat(RuledLimits.byRebate(new Rebate(null, null, false), BigDecimal.ONE))
                .isNull();
    }
}
