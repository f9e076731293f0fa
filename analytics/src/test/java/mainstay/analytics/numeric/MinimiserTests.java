package mainstay.analytics.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MinimiserTests {

    private static final double[] LOW = {-10, -10};
    private static final double[] HIGH = {10, 10};

    /// The valley of Rosenbrock, hard for anything that only follows the slope.
    private static double rosenbrock(double[] at, double[] gradient) {
        var across = at[1] - at[0] * at[0];
        gradient[0] = -400 * at[0] * across - 2 * (1 - at[0]);
        gradient[1] = 200 * across;
        return 100 * across * across + (1 - at[0]) * (1 - at[0]);
    }

    private static double bowl(double[] at, double[] gradient) {
        gradient[0] = 2 * (at[0] - 3);
        gradient[1] = 2 * (at[1] + 1);
        return (at[0] - 3) * (at[0] - 3) + (at[1] + 1) * (at[1] + 1);
    }

    @Test
    void the_valley_has_its_bottom_at_one() {
        var search = new Minimiser(MinimiserTests::rosenbrock, LOW, HIGH);
        var found = search.from(new double[] {-1.2, 1}, Matrix.identity(2), 1e-9);
        var polished = search.polish(found);

        assertThat(polished.minimum().at()).containsExactly(new double[] {1, 1}, within(1e-9));
        assertThat(polished.hessian()[0]).containsExactly(new double[] {802, -400}, within(1e-2));
        assertThat(polished.hessian()[1]).containsExactly(new double[] {-400, 200}, within(1e-2));
        assertThat(found.evaluations()).isLessThan(100);
    }

    @Test
    void newton_finishes_what_was_left_unfinished() {
        var search = new Minimiser(MinimiserTests::rosenbrock, LOW, HIGH);
        var rough = search.from(new double[] {0.9, 0.8}, Matrix.identity(2), 0.05);

        assertThat(search.polish(rough).minimum().at()).containsExactly(new double[] {1, 1}, within(1e-8));
    }

    @Test
    void a_wall_stops_the_search() {
        var search = new Minimiser(MinimiserTests::bowl, new double[] {-2, -2}, new double[] {2, 2});
        var found = search.from(new double[] {-5, 0}, Matrix.identity(2), 1e-9);

        assertThat(found.at()).containsExactly(new double[] {2, -1}, within(1e-8));
        assertThat(search.atWall(found.at(), 0)).isTrue();
        assertThat(search.atWall(found.at(), 1)).isFalse();
        assertThat(search.atWall(new double[] {-2, 0}, 0)).isTrue();
    }

    @Test
    void an_undefined_start_is_no_minimum() {
        var search = new Minimiser((at, gradient) -> Double.NaN, LOW, HIGH);

        assertThat(search.from(new double[] {0, 0}, Matrix.identity(2), 1e-9).value())
                .isInfinite();
    }

    @Test
    void undefined_places_are_stepped_back_from() {
        var search = new Minimiser((at, gradient) -> at[0] > 3.5 ? Double.NaN : bowl(at, gradient), LOW, HIGH);
        var found = search.from(new double[] {-9, 5}, new double[][] {{9, 0}, {0, 9}}, 1e-9);

        assertThat(found.at()).containsExactly(new double[] {3, -1}, within(1e-8));
    }

    @Test
    void a_saddle_is_not_polished() {
        var search = new Minimiser(
                (at, gradient) -> {
                    gradient[0] = 2 * at[0];
                    gradient[1] = -2 * at[1];
                    return at[0] * at[0] - at[1] * at[1];
                },
                LOW,
                HIGH);
        var start = new Minimum(new double[] {0.1, 0.1}, 0, new double[] {0.2, -0.2}, Matrix.identity(2), 0);

        assertThat(search.polish(start).minimum().at()).containsExactly(0.1, 0.1);
    }

    @Test
    void a_direction_that_does_not_descend_is_given_up() {
        var search = new Minimiser(MinimiserTests::bowl, LOW, HIGH);
        var found = search.from(new double[] {0, 0}, new double[][] {{-1, 0}, {0, -1}}, 1e-9);

        assertThat(found.at()).containsExactly(new double[] {3, -1}, within(1e-8));
    }
}
