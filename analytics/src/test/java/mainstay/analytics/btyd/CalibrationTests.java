package mainstay.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Predicate;
import mainstay.analytics.btyd.Simulation.Life;
import mainstay.analytics.purchase.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a model says of customers that were made with it comes true: on the average, and in each part of them.
class CalibrationTests {

    private static final int CUSTOMERS = 20_000;
    private static final double AHEAD = 30;

    static List<BuyingModel> models() {
        return List.of(
                new Nbd(0.8, 6, TimeUnit.WEEK),
                new BgNbd(0.6, 6, 0.8, 2.5, TimeUnit.WEEK),
                new MbgNbd(0.7, 6, 0.9, 2, TimeUnit.WEEK),
                new ParetoNbd(0.7, 6, 0.7, 20, TimeUnit.WEEK));
    }

    private static List<Life> lives(BuyingModel model) {
        return new Simulation(404).lives(model, CUSTOMERS, 100, AHEAD);
    }

    /// Within four standard errors of a share.
    private static void assertAlive(BuyingModel model, List<Life> lives, Predicate<Life> part) {
        var chosen = lives.stream().filter(part).toList();
        var said = chosen.stream()
                .mapToDouble(life -> model.probabilityAlive(life.known()))
                .average()
                .orElseThrow();
        var found = chosen.stream().filter(Life::alive).count() / (double) chosen.size();

        assertThat(chosen).hasSizeGreaterThan(300);
        assertThat(said).isCloseTo(found, within(4 * Math.sqrt(0.25 / chosen.size())));
    }

    @ParameterizedTest
    @MethodSource("models")
    void as_many_are_alive_as_is_said(BuyingModel model) {
        var lives = lives(model);

        assertAlive(model, lives, life -> true);
        assertAlive(model, lives, life -> life.known().repeatPurchases() == 0);
        assertAlive(model, lives, life -> life.known().repeatPurchases() == 1);
        assertAlive(model, lives, life -> life.known().repeatPurchases() > 4);
    }

    @ParameterizedTest
    @MethodSource("models")
    void those_who_are_said_to_be_doubtful_are(BuyingModel model) {
        if (model instanceof Nbd) {
            return;
        }
        var lives = lives(model);
        for (var from = 0.0; from < 0.8; from += 0.4) {
            var low = from;
            assertAlive(model, lives, life -> {
                var alive = model.probabilityAlive(life.known());
                return alive >= low && alive < low + 0.4;
            });
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void as_many_purchases_come_as_are_expected(BuyingModel model) {
        var lives = lives(model);
        for (var x = 0; x < 4; x++) {
            var count = x;
            var chosen = lives.stream()
                    .filter(life -> Math.min(3, life.known().repeatPurchases()) == count)
                    .toList();
            var expected = chosen.stream()
                    .mapToDouble(life -> model.expectedPurchases(life.known(), Horizon.weeks(AHEAD)))
                    .sum();
            var later = chosen.stream().mapToInt(Life::later).summaryStatistics();
            var squares = chosen.stream()
                    .mapToDouble(life -> life.later() * life.later())
                    .sum();

            assertThat((double) later.getSum()).as("x " + x).isCloseTo(expected, within(4 * Math.sqrt(squares)));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void newcomers_buy_as_often_as_is_expected_of_newcomers(BuyingModel model) {
        var lives = lives(model);
        var expected = lives.stream()
                .mapToDouble(life ->
                        model.expectedRepeatPurchases(Horizon.weeks(life.known().age())))
                .sum();
        var bought = lives.stream()
                .mapToDouble(life -> life.known().repeatPurchases())
                .sum();
        var squares = lives.stream()
                .mapToDouble(life -> Math.pow(life.known().repeatPurchases(), 2))
                .sum();

        assertThat(bought).isCloseTo(expected, within(4 * Math.sqrt(squares)));
    }

    @Test
    void newcomers_of_bg_nbd_make_each_number_of_purchases_as_often_as_is_said() {
        var model = new BgNbd(0.6, 6, 0.8, 2.5, TimeUnit.WEEK);
        var counts = new int[5];
        var simulation = new Simulation(405);
        for (var i = 0; i < CUSTOMERS; i++) {
            var x = simulation.lives(model, 1, 1e-9, AHEAD).getFirst().later();
            counts[Math.min(4, x)]++;
        }
        for (var x = 0; x < 4; x++) {
            assertThat(counts[x] / (double) CUSTOMERS)
                    .isCloseTo(model.probability(x, Horizon.weeks(AHEAD)), within(4 * Math.sqrt(0.25 / CUSTOMERS)));
        }
    }
}
