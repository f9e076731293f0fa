package mainstay.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Models against their defining integrals, taken at forty digits by another program: see integrated.csv.
class IntegratedValuesTests {

    @SuppressWarnings("ArrayRecordComponent")
    record Row(String model, double[] numbers) {

        static Row of(String line) {
            var cells = line.split(",", -1);
            return new Row(
                    cells[0],
                    Arrays.stream(cells)
                            .skip(1)
                            .mapToDouble(Double::parseDouble)
                            .toArray());
        }

        BuyingModel buying() {
            return switch (model) {
                case "bg-nbd" -> new BgNbd(numbers[0], numbers[1], numbers[2], numbers[3], TimeUnit.WEEK);
                case "mbg-nbd" -> new MbgNbd(numbers[0], numbers[1], numbers[2], numbers[3], TimeUnit.WEEK);
                default -> new ParetoNbd(numbers[0], numbers[1], numbers[2], numbers[3], TimeUnit.WEEK);
            };
        }

        CustomerSummary customer() {
            return new CustomerSummary((int) numbers[4], numbers[5], numbers[6], OptionalDouble.empty(), TimeUnit.WEEK);
        }

        Horizon ahead() {
            return Horizon.weeks(numbers[7]);
        }

        @Override
        public String toString() {
            return model + " " + Arrays.toString(numbers);
        }
    }

    static Stream<Row> rows() {
        return lines().stream().filter(line -> !line.startsWith("#")).skip(1).map(Row::of);
    }

    private static List<String> lines() {
        try (var text = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(IntegratedValuesTests.class.getResourceAsStream("integrated.csv")),
                StandardCharsets.UTF_8))) {
            return text.lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void log_likelihoods(Row row) {
        var expected = row.numbers()[8];
        assertThat(row.buying().logLikelihood(row.customer()))
                .isCloseTo(expected, within(1e-10 * (1 + Math.abs(expected))));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void probabilities_of_being_alive(Row row) {
        var expected = row.numbers()[9];
        assertThat(row.buying().probabilityAlive(row.customer())).isCloseTo(expected, within(1e-9 * expected));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void expected_purchases(Row row) {
        var expected = row.numbers()[10];
        assertThat(row.buying().expectedPurchases(row.customer(), row.ahead()))
                .isCloseTo(expected, within(1e-7 * expected));
    }
}
