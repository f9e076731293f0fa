package mainstay.analytics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import mainstay.analytics.btyd.Horizon;
import mainstay.analytics.purchase.Purchase;
import mainstay.analytics.purchase.PurchaseHistory;
import mainstay.analytics.purchase.SameDay;
import mainstay.analytics.value.Explanation.Caveat;
import mainstay.analytics.value.Explanation.Quantity;
import org.junit.jupiter.api.Test;

class OwnHistoryTests {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    private static PurchaseHistory history(double[] amounts, int... gaps) {
        var purchases = new ArrayList<Purchase>();
        var day = START;
        purchases.add(new Purchase(day, amounts[0]));
        for (var i = 0; i < gaps.length; i++) {
            day = day.plusDays(gaps[i]);
            purchases.add(new Purchase(day, amounts[(i + 1) % amounts.length]));
        }
        return PurchaseHistory.of(purchases, SameDay.APART);
    }

    /// Gaps 10, 12, 14, 16, 18, 20: the worked example of the definition page.
    private static PurchaseHistory regular() {
        return history(new double[] {100, 140}, 14, 10, 20, 12, 18, 16);
    }

    private static OwnHistory after(PurchaseHistory history, int silence) {
        return OwnHistory.of(history, history.last().plusDays(silence), 0.95).orElseThrow();
    }

    private static double value(Explanation answer) {
        return answer.value().orElseThrow();
    }

    /// Six gaps in 90 days; two of them at least 17 days: q = 1/8, S = 2.5/7.
    @Test
    void by_hand() {
        var own = after(regular(), 17);
        var alive = 7 / 8.0 * (2.5 / 7) / (7 / 8.0 * (2.5 / 7) + 1 / 8.0);

        assertThat(value(own.probabilityAlive()))
                .isCloseTo(alive, within(1e-12))
                .isCloseTo(0.714, within(5e-4));
        assertThat(value(own.expectedPurchases(Horizon.days(365.25))))
                .isCloseTo(alive * (1 - Math.exp(-365.25 / 8 / 15)) * 8, within(1e-9));
        assertThat(value(own.expectedSpend())).isCloseTo(820 / 7.0, within(1e-9));
        assertThat(own.probabilityAlive().inputs())
                .containsEntry("n", 6.0)
                .containsEntry("k", 2.0)
                .containsEntry("silence", 17.0)
                .containsEntry("lambda", 1 / 15.0)
                .containsEntry("q", 1 / 8.0)
                .containsEntry("S", 2.5 / 7);
    }

    @Test
    void each_of_the_answers_has_its_interval_and_its_caveat() {
        var own = after(regular(), 17);
        var answers = List.of(
                own.probabilityAlive(),
                own.expectedPurchases(Horizon.months(12)),
                own.discountedPurchases(Horizon.months(12), Discount.yearly(0.1)),
                own.expectedSpend(),
                own.lifetimeValue(0.4, Horizon.months(1), 12, Discount.monthly(0.01)),
                own.residualValue(0.4, Discount.yearly(0.1)));

        assertThat(answers).extracting(Explanation::quantity).containsExactly(Quantity.values());
        for (var answer : answers) {
            var interval = answer.interval().orElseThrow();
            assertThat(interval.low()).isPositive().isLessThan(value(answer));
            assertThat(interval.high()).isGreaterThan(value(answer));
            assertThat(answer.caveats()).containsExactly(Caveat.OWN_HISTORY_ONLY);
        }
        assertThat(answers.get(0).interval().orElseThrow().high()).isLessThan(1);
        assertThat(answers.get(4).inputs()).containsEntry("margin", 0.4);
        assertThat(answers.get(1).inputs()).containsEntry("t", 365.25);
    }

    @Test
    void discounting_makes_later_purchases_worth_less_and_ends_at_all_that_is_still_to_come() {
        var own = after(regular(), 17);
        var yearly = Discount.yearly(0.1);
        var all = value(own.residualPurchases(yearly));
        assertThat(value(own.discountedPurchases(Horizon.months(1_200), yearly)))
                .isCloseTo(all, within(1e-3 * all));
        assertThat(value(own.discountedPurchases(Horizon.months(12), yearly)))
                .isLessThan(value(own.expectedPurchases(Horizon.months(12))))
                .isLessThan(all);
        assertThat(value(own.residualValue(1, yearly))).isCloseTo(all * value(own.expectedSpend()), within(1e-9 * all));
        assertThat(own.purchasesIfAlive(Horizon.months(12)) * value(own.probabilityAlive()))
                .isCloseTo(value(own.expectedPurchases(Horizon.months(12))), within(1e-9));
    }

    @Test
    void silence_lowers_everything_but_spending() {
        var before = after(regular(), 5);
        for (var silence : new int[] {11, 15, 19, 40}) {
            var now = after(regular(), silence);
            assertThat(value(now.probabilityAlive())).isLessThan(value(before.probabilityAlive()));
            assertThat(value(now.expectedPurchases(Horizon.days(100))))
                    .isLessThan(value(before.expectedPurchases(Horizon.days(100))));
            assertThat(value(now.residualValue(1, Discount.yearly(0.1))))
                    .isLessThan(value(before.residualValue(1, Discount.yearly(0.1))));
            assertThat(value(now.expectedSpend())).isEqualTo(value(before.expectedSpend()));
            before = now;
        }
    }

    @Test
    void a_gap_as_long_as_the_silence_counts_as_one() {
        assertThat(after(regular(), 20).probabilityAlive().inputs()).containsEntry("k", 1.0);
        assertThat(after(regular(), 21).probabilityAlive().inputs())
                .containsEntry("k", 0.0)
                .containsEntry("S", 0.5 / 7 * Math.exp(-1 / 15.0));
        assertThat(after(regular(), 0).probabilityAlive().inputs()).containsEntry("k", 6.0);
    }

    @Test
    void the_residual_value_is_what_a_long_horizon_tends_to() {
        var own = after(regular(), 17);
        var discount = Discount.yearly(0.2);
        var residual = value(own.residualValue(0.5, discount));

        assertThat(value(own.lifetimeValue(0.5, Horizon.days(1), 20_000, discount)))
                .isCloseTo(residual, within(0.002 * residual));
        assertThat(value(own.lifetimeValue(0.5, Horizon.days(1), 0, discount))).isZero();
        assertThat(value(own.lifetimeValue(1, Horizon.months(1), 6, Discount.yearly(0))))
                .isCloseTo(value(own.expectedSpend()) * value(own.expectedPurchases(Horizon.months(6))), within(1e-9));
    }

    /// ψ′(1) + ψ′(2½) of leaving and silence, the spread of amounts by n − 3, and the rate where the silence is beyond
    /// the longest gap.
    @Test
    void intervals_by_hand() {
        var z = 1.959963984540054;
        var alive = after(regular(), 17).probabilityAlive().interval().orElseThrow();
        var half = z * Math.sqrt(Math.PI * Math.PI / 6 + Math.PI * Math.PI / 2 - 4 - 4 / 9.0);
        assertThat(alive.low()).isCloseTo(1 / (1 + Math.exp(half) / 2.5), within(1e-9));
        assertThat(alive.high()).isCloseTo(1 / (1 + Math.exp(-half) / 2.5), within(1e-9));

        var silent = after(regular(), 35).probabilityAlive().interval().orElseThrow();
        var wider = z * Math.sqrt(Math.PI * Math.PI / 6 + Math.PI * Math.PI / 2 + 70 / 18.0 / 225);
        assertThat(silent.low()).isCloseTo(1 / (1 + Math.exp(1 + wider) * 2), within(1e-9));
        assertThat(silent.high()).isCloseTo(1 / (1 + Math.exp(1 - wider) * 2), within(1e-9));

        var spend = after(regular(), 17).expectedSpend().interval().orElseThrow();
        var squares = 4 * Math.pow(100 - 820 / 7.0, 2) + 3 * Math.pow(140 - 820 / 7.0, 2);
        assertThat(Math.log(spend.high() / spend.low()))
                .isCloseTo(2 * z * Math.sqrt(squares / 28) / (820 / 7.0), within(1e-6));
    }

    /// The delta method on the odds of F = P·(1 − e^−x)/x, x = qλt, by its derivatives; once without and once with 15
    /// days beyond the longest gap.
    @Test
    void the_interval_of_what_is_expected_by_hand() {
        interval(17, 0, 2.5);
        interval(35, 15, 0.5);
    }

    private static void interval(int silence, double excess, double longer) {
        var z = 1.959963984540054;
        var trigammaOf7 = Math.PI * Math.PI / 6 - (1 + 1 / 4.0 + 1 / 9.0 + 1 / 16.0 + 1 / 25.0 + 1 / 36.0);
        var trigammaOfLonger = longer == 0.5 ? Math.PI * Math.PI / 2 : Math.PI * Math.PI / 2 - 4 - 4 / 9.0;
        var ofRate = Math.sqrt(70 / 18.0) / 15;
        var ofLeaving = Math.sqrt(Math.PI * Math.PI / 6 + trigammaOf7);
        var ofSilence = Math.sqrt(trigammaOfLonger - trigammaOf7);

        var stay = longer / 7 * Math.exp(-excess / 15);
        var alive = 7 * stay / (7 * stay + 1);
        var x = 120 / 8.0 / 15;
        var weight = -Math.expm1(-x) / x;
        var bend = (Math.exp(-x) * (x + 1) - 1) / x / weight;
        var part = alive * weight;
        var byRate = bend - (1 - alive) * excess / 15;
        var byLeaving = 7 / 8.0 * bend - (1 - alive);
        var bySilence = 1 - alive;
        var error = Math.hypot(Math.hypot(ofRate * byRate, ofLeaving * byLeaving), ofSilence * bySilence) / (1 - part);

        var odds = part / (1 - part);
        var low = 1 / (1 + Math.exp(z * error) / odds);
        var high = 1 / (1 + Math.exp(-z * error) / odds);
        var answer = after(regular(), silence).expectedPurchases(Horizon.days(120));
        var centre = 8 * part;
        assertThat(value(answer)).isCloseTo(centre, within(1e-12));
        assertThat(answer.interval().orElseThrow().low())
                .isCloseTo(centre * Math.exp(-z * Math.hypot(ofRate, Math.log(part / low) / z)), within(1e-6));
        assertThat(answer.interval().orElseThrow().high())
                .isCloseTo(centre * Math.exp(z * Math.hypot(ofRate, Math.log(high / part) / z)), within(1e-6));
    }

    @Test
    void so_long_a_silence_of_a_stayer_by_hand() {
        assertThat(after(regular(), 17).silenceOfAStayer()).isCloseTo(2.5 / 7, within(1e-12));
        assertThat(after(regular(), 35).silenceOfAStayer()).isCloseTo(0.5 / 7 * Math.exp(-1), within(1e-12));
    }

    @Test
    void steps_of_two_weeks_add_up_to_a_year() {
        var own = after(regular(), 17);

        assertThat(value(own.lifetimeValue(1, Horizon.weeks(2), 26, Discount.yearly(0))))
                .isCloseTo(value(own.expectedSpend()) * value(own.expectedPurchases(Horizon.weeks(52))), within(1e-9));
        assertThat(value(own.lifetimeValue(1, Horizon.weeks(2), 1, Discount.yearly(0.1))))
                .isCloseTo(
                        value(own.expectedSpend())
                                * value(own.expectedPurchases(Horizon.weeks(2)))
                                * Discount.yearly(0.1).factor(Horizon.weeks(2)),
                        within(1e-9));
    }

    @Test
    void nothing_comes_in_no_time_for_certain() {
        var none = after(regular(), 17).expectedPurchases(Horizon.days(0));

        assertThat(value(none)).isZero();
        assertThat(none.interval().orElseThrow().high()).isZero();
    }

    @Test
    void later_money_is_worth_less() {
        var own = after(regular(), 17);
        var month = Horizon.months(1);

        assertThat(value(own.lifetimeValue(0.5, month, 12, Discount.monthly(0.02))))
                .isLessThan(value(own.lifetimeValue(0.5, month, 12, Discount.monthly(0.01))));
        assertThat(value(own.lifetimeValue(0.5, month, 12, Discount.monthly(0.01))))
                .isCloseTo(value(own.lifetimeValue(1, month, 12, Discount.monthly(0.01))) / 2, within(1e-9));
        assertThat(value(own.residualValue(0.5, Discount.yearly(0.3))))
                .isLessThan(value(own.residualValue(0.5, Discount.yearly(0.1))));
    }

    @Test
    void who_says_little_is_not_answered() {
        var four = history(new double[] {5}, 7, 7, 7, 7);
        var three = history(new double[] {5}, 7, 7, 7);

        assertThat(OwnHistory.of(three, three.last(), 0.95)).isEmpty();
        assertThat(OwnHistory.of(four, four.last(), 0.95)).isPresent();
        assertThat(OwnHistory.of(four, four.last().minusDays(1), 0.95)).isEmpty();
        assertThat(OwnHistory.of(four, START.minusDays(1), 0.95)).isEmpty();
        assertThat(OwnHistory.of(history(new double[] {0}, 7, 7, 7, 7), four.last(), 0.95))
                .isEmpty();
        assertThat(OwnHistory.of(history(new double[] {-3}, 7, 7, 7, 7), four.last(), 0.95))
                .isEmpty();
        assertThat(OwnHistory.of(history(new double[] {3}, 0, 0, 0, 0), START.plusDays(5), 0.95))
                .isEmpty();
    }

    @Test
    void purchases_after_the_day_are_ignored() {
        var history = history(new double[] {5}, 7, 7, 7, 7, 30);

        assertThat(OwnHistory.of(history, START.plusDays(30), 0.95)
                        .orElseThrow()
                        .probabilityAlive()
                        .inputs())
                .containsEntry("n", 4.0)
                .containsEntry("silence", 2.0);
    }

    @Test
    void a_clockwork_has_a_sure_rate_and_an_unsure_loyalty() {
        var clock = after(history(new double[] {5}, 7, 7, 7, 7, 7, 7, 7, 7), 3);
        var spend = clock.expectedSpend().interval().orElseThrow();
        var alive = clock.probabilityAlive().interval().orElseThrow();

        assertThat(spend.high() - spend.low()).isZero();
        assertThat(alive.high() - alive.low()).isGreaterThan(0.1);
    }

    @Test
    void margins_and_levels_have_their_ranges() {
        var own = after(regular(), 17);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> own.lifetimeValue(0, Horizon.months(1), 12, Discount.monthly(0.01)))
                .withMessageContaining("margin 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> own.residualValue(1.1, Discount.yearly(0.1)))
                .withMessageContaining("margin 1.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OwnHistory.of(regular(), regular().last(), 1))
                .withMessageContaining("confidence 1.0");
    }

    @Test
    void answers_name_all_they_rest_on() {
        var own = after(regular(), 17);

        assertThat(own.lifetimeValue(0.4, Horizon.days(30), 12, new Discount(0.01, Horizon.days(30)))
                        .inputs())
                .containsKeys("n", "k", "silence", "lambda", "q", "S", "m", "d")
                .containsEntry("margin", 0.4)
                .containsEntry("h", 30.0)
                .containsEntry("steps", 12.0)
                .hasEntrySatisfying("d", rate -> assertThat(rate).isCloseTo(0.01, within(1e-12)));
        assertThat(own.residualValue(0.4, Discount.yearly(0.1)).inputs()).containsKeys("margin", "delta");
        assertThat(own.residualPurchases(Discount.yearly(0.1)).inputs()).containsKey("delta");
    }

    /// Customers who buy at gamma-distributed gaps and spend gamma-distributed amounts, eight purchases of each.
    @Test
    void intervals_of_spending_and_of_the_rate_cover_what_is_true() {
        var random = new Random(17);
        var spends = 0;
        var rates = 0;
        var bases = 400;
        for (var i = 0; i < bases; i++) {
            var amounts = IntStream.range(0, 9)
                    .mapToDouble(j -> 50 * erlang(random, 3))
                    .toArray();
            var gaps = IntStream.range(0, 8)
                    .map(j -> (int) Math.max(1, Math.round(100 * erlang(random, 4))))
                    .toArray();
            var own = after(history(amounts, gaps), 0);
            spends += own.expectedSpend().interval().orElseThrow().contains(150) ? 1 : 0;
            var day = own.expectedPurchases(Horizon.days(1));
            var alive = value(own.probabilityAlive());
            var interval = day.interval().orElseThrow();
            rates += interval.low() <= alive / 400 && alive / 400 <= interval.high() ? 1 : 0;
        }
        assertThat(spends / (double) bases).isBetween(0.90, 0.99);
        assertThat(rates / (double) bases).isBetween(0.90, 0.999);
    }

    private static double erlang(Random random, int shape) {
        return -IntStream.range(0, shape)
                .mapToDouble(i -> Math.log1p(-random.nextDouble()))
                .sum();
    }

    /// Customers who leave after each purchase with a chance drawn evenly from 0 to 1, which is what the rule of
    /// succession believes: as many are alive as is said, within five points.
    @Test
    void as_many_are_alive_as_is_said() {
        var random = new Random(23);
        var said = 0.0;
        var alive = 0;
        var judged = 0;
        while (judged < 1500) {
            var leaving = random.nextDouble();
            var gaps = new ArrayList<Integer>();
            var time = 0;
            var gone = false;
            var until = 200 + random.nextInt(600);
            while (true) {
                gone = random.nextDouble() < leaving;
                var gap = Math.max(1, (int) Math.round(12 * erlang(random, 3)));
                if (gone || time + gap > until) {
                    break;
                }
                gaps.add(gap);
                time += gap;
            }
            if (gaps.size() >= OwnHistory.FEWEST_GAPS) {
                var own = after(
                        history(new double[] {1}, gaps.stream().mapToInt(i -> i).toArray()), until - time);
                said += value(own.probabilityAlive());
                alive += gone ? 0 : 1;
                judged++;
            }
        }
        assertThat(said / judged).isCloseTo(alive / (double) judged, within(0.05));
    }
}
