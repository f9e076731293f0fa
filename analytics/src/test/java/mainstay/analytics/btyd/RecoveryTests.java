package mainstay.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;

import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.TimeUnit;
import org.junit.jupiter.api.Test;

/// Known parameters come back from customers made with them.
class RecoveryTests {

    private static final int CUSTOMERS = 12_000;

    private static GroupedSummaries from(BuyingModel model, long seed) {
        return GroupedSummaries.of(TimeUnit.WEEK, new Simulation(seed).of(model, CUSTOMERS, 100));
    }

    @Test
    void nbd() {
        var known = new Nbd(0.8, 6, TimeUnit.WEEK);
        Simulation.assertFound(Nbd.fit(from(known, 1)).orElseThrow(), known.parameters());
    }

    @Test
    void bg_nbd() {
        var known = new BgNbd(0.6, 6, 0.8, 2.5, TimeUnit.WEEK);
        var found = BgNbd.fit(from(known, 2)).orElseThrow();

        Simulation.assertFound(found, known.parameters());
        assertThat(found.againstNbd().orElseThrow().pValue()).isLessThan(1e-6);
    }

    @Test
    void mbg_nbd() {
        var known = new MbgNbd(0.7, 6, 0.9, 2, TimeUnit.WEEK);
        Simulation.assertFound(MbgNbd.fit(from(known, 3)).orElseThrow(), known.parameters());
    }

    @Test
    void pareto_nbd() {
        var known = new ParetoNbd(0.7, 6, 0.7, 20, TimeUnit.WEEK);
        Simulation.assertFound(ParetoNbd.fit(from(known, 4)).orElseThrow(), known.parameters());
    }

    @Test
    void the_model_that_made_the_customers_is_chosen() {
        assertThat(ModelChoice.of(from(new ParetoNbd(0.7, 6, 0.7, 20, TimeUnit.WEEK), 5))
                        .chosen())
                .hasValue(ModelKind.PARETO_NBD);
        assertThat(ModelChoice.of(from(new MbgNbd(0.7, 6, 0.9, 2, TimeUnit.WEEK), 6))
                        .chosen())
                .hasValue(ModelKind.MBG_NBD);
        assertThat(ModelChoice.of(from(new Nbd(0.8, 6, TimeUnit.WEEK), 7)).chosen())
                .hasValue(ModelKind.NBD);
    }
}
