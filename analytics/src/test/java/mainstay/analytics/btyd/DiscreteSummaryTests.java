package mainstay.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DiscreteSummaryTests {

    @Test
    void numbers_have_to_belong_together() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DiscreteSummary(-1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new DiscreteSummary(3, 2, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new DiscreteSummary(1, 5, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new DiscreteSummary(0, 1, 4));
        assertThat(new DiscreteSummary(0, 0, 0).occasions()).isZero();
    }

    @Test
    void equal_patterns_are_counted_together() {
        var customers = new DiscreteSummaries()
                .add(new DiscreteSummary(1, 2, 3), 2)
                .add(new DiscreteSummary(0, 0, 3), 4)
                .add(new DiscreteSummary(1, 2, 3), 1);

        assertThat(customers.patterns()).hasSize(2);
        assertThat(customers.customers()).isEqualTo(7);
        assertThat(customers.repeatCustomers()).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> customers.add(new DiscreteSummary(0, 0, 3), 0));
    }

    @Test
    void few_donors_are_not_enough() {
        var three = new DiscreteSummaries().add(new DiscreteSummary(1, 2, 3), 3);
        assertThat(BgBb.fit(three)).isEqualTo(new Fit.NotEnoughData<BgBb>(Shortage.TOO_FEW_CUSTOMERS, 3, 3));
        var silent = new DiscreteSummaries().add(new DiscreteSummary(0, 0, 3), 30);
        assertThat(BgBb.fit(silent)).isEqualTo(new Fit.NotEnoughData<BgBb>(Shortage.TOO_FEW_REPEAT_CUSTOMERS, 30, 0));
    }

    /// Everybody buys every time: nothing bounds the chance of buying, nobody leaves.
    @Test
    void donors_without_a_gap_have_no_inner_maximum() {
        var loyal = new DiscreteSummaries().add(new DiscreteSummary(5, 5, 5), 50);
        assertThat(BgBb.fit(loyal)).isInstanceOf(Fit.AtBoundary.class);
    }
}
