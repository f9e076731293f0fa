package mainstay.rating;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTests {

    @ParameterizedTest
    @CsvSource({
        "PER_ORDER, 12.5, true",
        "PER_ORDER, 0, true",
        "PER_ORDER, '', true",
        "PER_ORDER, -1, false",
        "PER_ORDER, 1.00001, false",
        "PER_ORDER, 1e999999999, false",
        "MINIMUM, 1.25, true",
        "MINIMUM, '', false",
        "MINIMUM, one, false",
        "MINIMUM, 100.01, false",
        "MOST, 50, true",
        "MOST, 50.0, true",
        "MOST, 2.5, false",
        "PHILOSOPHY, 0.5, false"
    })
    void a_rule_takes_numbers_in_its_range_and_nothing_where_it_may_be_unset(Rule rule, String text, boolean taken) {
        assertThat(rule.takes(text)).isEqualTo(taken);
    }
}
