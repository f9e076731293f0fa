package mainstay.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mainstay.analytics.CsvRows;
import mainstay.analytics.SharedData;
import org.junit.jupiter.api.Test;

/// 11,104 donors over six yearly campaigns, from Fader, Hardie and Shang (2010).
///
/// Sources: lifetimes 0.11.3, BTYD 2.4 (walkthrough 5) and the Excel sheet quoted in the tests of PyMC-Marketing.
class DonationsTests {

    private static final BgBb PAPER = new BgBb(1.203522, 0.749716, 0.656718, 2.783442);

    /// Walkthrough 5.2.
    private static final BgBb BTYD = new BgBb(1.203528, 0.7497260, 0.6567808, 2.783796);

    private static DiscreteSummaries donors() {
        var donors = new DiscreteSummaries();
        CsvRows.forEach(
                SharedData.file("donations/donations.csv"),
                row -> donors.add(
                        new DiscreteSummary(
                                Integer.parseInt(row.get("frequency")),
                                Integer.parseInt(row.get("recency")),
                                Integer.parseInt(row.get("periods"))),
                        Double.parseDouble(row.get("weights"))));
        return donors;
    }

    @Test
    void the_fit() {
        var found = BgBb.fit(donors()).orElseThrow();

        assertThat(found.logLikelihood()).isCloseTo(-33225.5813, within(5e-5));
        assertThat(found.parameters().values().stream().mapToDouble(p -> p).toArray())
                .containsExactly(new double[] {1.203522, 0.749716, 0.656718, 2.783442}, within(1e-6));
        assertThat(found.customers()).isEqualTo(11104);
    }

    @Test
    void log_likelihoods_of_the_patterns() {
        var expected = new double[] {
            -2.18167018824, -4.29485034929, -5.38473334360, -5.80915881601, -5.65172964525, -4.88370164695,
            -3.71682127437, -5.09558227343, -5.61576884108, -5.50636893346, -4.76723821904, -3.84829625138,
            -5.05936147828, -5.19562191019, -4.57070931973, -3.52745257839, -4.51620272962, -4.22465969453,
            -3.01199924784, -3.58817880928, -2.28882847451, -1.16751622367
        };
        var i = 0;
        for (var last = 6; last >= 1; last--) {
            for (var x = last; x >= 1; x--) {
                assertThat(PAPER.logLikelihood(new DiscreteSummary(x, last, 6)))
                        .as(x + " of which the last at " + last)
                        .isCloseTo(expected[i++], within(2e-4));
            }
        }
        assertThat(PAPER.logLikelihood(new DiscreteSummary(0, 0, 6))).isCloseTo(expected[i], within(2e-4));
    }

    @Test
    void who_is_still_alive_in_2002() {
        assertThat(PAPER.probabilityAlive(new DiscreteSummary(0, 0, 6))).isCloseTo(0.11, within(0.005));
        assertThat(PAPER.probabilityAlive(new DiscreteSummary(2, 4, 6))).isCloseTo(0.59, within(0.005));
        assertThat(PAPER.probabilityAlive(new DiscreteSummary(6, 6, 6))).isCloseTo(0.93, within(0.005));
    }

    @Test
    void expected_donations() {
        var expected =
                new double[] {.4985, .9233, 1.2969, 1.6323, 1.9381, 2.2202, 2.4826, 2.7285, 2.9603, 3.1798, 3.3887};
        for (var n = 1; n <= expected.length; n++) {
            assertThat(PAPER.expectedRepeatPurchases(n)).isCloseTo(expected[n - 1], within(1e-4));
        }
        assertThat(BTYD.expectedPurchases(new DiscreteSummary(0, 0, 6), 10)).isCloseTo(0.1302169, within(2e-6));
        assertThat(BTYD.expectedPurchases(new DiscreteSummary(4, 5, 6), 10)).isCloseTo(3.627858, within(2e-5));
        assertThat(donors().patterns().entrySet().stream()
                        .mapToDouble(donor -> donor.getValue() * PAPER.expectedPurchases(donor.getKey(), 5))
                        .sum())
                .isCloseTo(12884.2, within(0.1));
    }

    @Test
    void donors_by_number_of_donations() {
        assertThat(11104 * PAPER.probability(0, 6)).isCloseTo(3454.9, within(0.1));
        assertThat(11104 * PAPER.probability(6, 6)).isCloseTo(1253.1, within(0.1));
        var all = 0.0;
        for (var x = 0; x <= 6; x++) {
            all += PAPER.probability(x, 6);
        }
        assertThat(all).isCloseTo(1, within(1e-12));
    }

    /// Repeat donations of the eleven years 1996 to 2006, the last five of which no model had seen.
    @Test
    void expected_donations_year_by_year() {
        var expected = new double[] {
            5535.833, 4717.059, 4147.621, 3724.665, 3395.888, 3131.647, 2913.778, 2730.482, 2573.731, 2437.854, 2318.727
        };
        for (var year = 1; year <= expected.length; year++) {
            assertThat(11104 * (BTYD.expectedRepeatPurchases(year) - BTYD.expectedRepeatPurchases(year - 1)))
                    .as("year " + year)
                    .isCloseTo(expected[year - 1], within(6e-3));
        }
    }

    /// Walkthrough 5.4: what is expected of the five years held out, on the average of donors alike in x.
    @Test
    void expected_donations_of_the_holdout_by_frequency() {
        var expected = new double[] {.0729, .3249, .7089, 1.3337, 2.0312, 2.7845, 3.7525};
        for (var x = 0; x < expected.length; x++) {
            var donors = 0.0;
            var donations = 0.0;
            for (var pattern : donors().patterns().entrySet()) {
                if (pattern.getKey().purchases() == x) {
                    donors += pattern.getValue();
                    donations += pattern.getValue() * BTYD.expectedPurchases(pattern.getKey(), 5);
                }
            }
            assertThat(donations / donors).as("x = " + x).isCloseTo(expected[x], within(5.5e-5));
        }
    }
}
