package mainstay.analytics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionTests {

    /// Speeds and stopping distances of cars (M. Ezekiel, Methods of Correlation Analysis, 1930), `cars` of R.
    private static final double[] SPEED = {
        4, 4, 7, 7, 8, 9, 10, 10, 10, 11, 11, 12, 12, 12, 12, 13, 13, 13, 13, 14, 14, 14, 14, 15, 15, 15, 16, 16, 17,
        17, 17, 18, 18, 18, 18, 19, 19, 19, 20, 20, 20, 20, 20, 22, 23, 24, 24, 24, 24, 25
    };

    private static final double[] DISTANCE = {
        2, 10, 4, 22, 16, 10, 18, 26, 34, 17, 28, 14, 20, 24, 28, 26, 34, 34, 46, 26, 36, 60, 80, 20, 26, 54, 32, 40,
        32, 40, 50, 42, 56, 76, 84, 36, 46, 68, 32, 48, 52, 56, 64, 66, 54, 70, 92, 93, 120, 85
    };

    /// As R prints predict(lm(dist ~ speed), interval = "prediction").
    @ParameterizedTest
    @CsvSource({"12, 29.60981, -1.749529, 60.96915", "19, 57.13667, 25.76176, 88.51159"})
    void interval_of_one_more_car(double speed, double value, double low, double high) {
        var prediction = Prediction.at(speed, SPEED, DISTANCE);

        assertThat(prediction.degrees()).isEqualTo(48);
        assertThat(prediction.value()).isCloseTo(value, within(5e-5));
        assertThat(prediction.value() - prediction.reach(0.95)).isCloseTo(low, within(5e-5));
        assertThat(prediction.value() + prediction.reach(0.95)).isCloseTo(high, within(5e-5));
        assertThat(prediction.pValue(prediction.value() + prediction.reach(0.95)))
                .isCloseTo(0.05, within(1e-9));
    }

    /// 1, 2 and 3 have the mean 2 and the deviation 1: one more lies 1·√(1 + 1/3) about it, with 2 degrees.
    @Test
    void where_all_trends_are_the_same_the_mean_is_expected() {
        var prediction = Prediction.at(7, new double[] {5, 5, 5}, new double[] {1, 2, 3});

        assertThat(prediction.value()).isEqualTo(2);
        assertThat(prediction.error()).isCloseTo(Math.sqrt(4 / 3.0), within(1e-12));
        assertThat(prediction.degrees()).isEqualTo(2);
    }

    @Test
    void without_any_scatter_only_the_expected_is_likely() {
        var prediction = Prediction.at(3, new double[] {0, 1, 2}, new double[] {1, 1, 1});

        assertThat(prediction.pValue(1)).isEqualTo(1);
        assertThat(prediction.pValue(1.5)).isEqualTo(0);
    }
}
