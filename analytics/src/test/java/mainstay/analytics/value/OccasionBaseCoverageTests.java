package mainstay.analytics.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import mainstay.analytics.btyd.BgBb;
import mainstay.analytics.btyd.DiscreteSummary;
import mainstay.analytics.btyd.GammaGamma;
import mainstay.analytics.btyd.Simulation;
import org.junit.jupiter.api.Test;

/// The intervals of the five answers at fixed occasions hold what the true model would answer: at 95 % most of the
/// time, and at 50 % about half of it, so that they are not too wide either.
class OccasionBaseCoverageTests {

    private static final int BASES = 40;
    private static final BgBb BUYING = new BgBb(1.2, 0.75, 0.66, 2.8);
    private static final GammaGamma SPENDING = new GammaGamma(6.25, 3.74, 15.44);
    private static final DiscreteSummary DONOR = new DiscreteSummary(3, 5, 6);
    private static final OptionalDouble MEAN = OptionalDouble.of(45);

    @Test
    void in_nineteen_bases_of_twenty() {
        var spend = SPENDING.expectedSpend(3, 45).orElseThrow();
        var truths = new double[] {
            BUYING.probabilityAlive(DONOR),
            BUYING.expectedPurchases(DONOR, 5),
            spend,
            0.4 * spend * BUYING.discountedPurchases(DONOR, 5, 0.1),
            0.4 * spend * BUYING.residualPurchases(DONOR, 0.1)
        };
        var hits = new int[truths.length];
        var hitsOfHalf = new int[truths.length];
        for (var seed = 0; seed < BASES; seed++) {
            var buying =
                    BgBb.fit(new Simulation(5000 + seed).of(BUYING, 3000, 6)).orElseThrow();
            var spending = GammaGamma.fit(new Simulation(6000 + seed).of(SPENDING, 1200))
                    .orElseThrow();
            count(OccasionBase.of(buying, spending, 0.95), truths, hits);
            count(OccasionBase.of(buying, spending, 0.5), truths, hitsOfHalf);
        }
        for (var i = 0; i < hits.length; i++) {
            assertThat(hits[i]).as("answer " + i).isBetween(34, BASES);
            assertThat(hitsOfHalf[i]).as("answer " + i).isBetween(11, 29);
        }
    }

    private static void count(OccasionBase base, double[] truths, int[] hits) {
        var answers = new Explanation[] {
            base.probabilityAlive(DONOR),
            base.expectedPurchases(DONOR, 5),
            base.expectedSpend(DONOR, MEAN),
            base.lifetimeValue(DONOR, MEAN, 0.4, 5, 0.1),
            base.residualValue(DONOR, MEAN, 0.4, 0.1)
        };
        for (var i = 0; i < hits.length; i++) {
            hits[i] += answers[i].interval().orElseThrow().contains(truths[i]) ? 1 : 0;
        }
    }
}
