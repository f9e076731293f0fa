package mainstay.portfolio.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import mainstay.shared.web.Door;
import mainstay.shared.web.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The worked example of at-risk.md.
class ChanceTests {
    private final Texts texts = new Texts();

    @ParameterizedTest
    @CsvSource({
        "0.603, rhythm, 12, about 60 %",
        "0.603, rhythm, 40, 60 %",
        "0.603, model, 1, 60 %",
        "0.9962, rhythm, 40, over 99 %",
        "0.9962, rhythm, 4, over 99 %",
        "0.98, rhythm, 4, about 95 %",
        "0.011, rhythm, 4, about 5 %",
        "0.0003, rhythm, 90, under 1 %",
        "0, closed, 90, 0 %"
    })
    void a_probability_is_no_more_exact_than_what_it_rests_on(double alive, String method, int gaps, String shown) {
        assertThat(texts.get(Locale.ENGLISH, Chance.of(alive, method, gaps))).isEqualTo(shown);
    }

    @Test
    void what_is_unknown_is_a_dash() {
        assertThat(Chance.of(null, "model", 3)).isEqualTo(Door.UNKNOWN);
    }
}
