package mainstay.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12,000 | 12000",
                "12,000.50 | 12000.50",
                "-1,234,567 | -1234567",
                "１２，０００．５ | 12000.5",
                "１２０００ | 12000",
                "0.5 | 0.5"
            })
    void a_number_is_read_as_people_write_it(String written, String plain) {
        assertThat(Numeral.plain(written)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5,5", "1,0000", ",000", "12,00.5", "1.234,5", "abc"})
    void what_could_mean_anything_stays_as_it_is(String written) {
        assertThat(Numeral.plain(written)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"9,000,000 | 9000000", "０.５ | 0.5", ".5 | 0.5", "-3 | -3", "12. | 12", "' 7 ' | 7"})
    void a_number_is_a_number(String written, BigDecimal number) {
        assertThat(Numeral.number(written))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "5,5", "1e9", "1e999999999", "NaN", "0x10", "1 000", "--1", "=1+1"})
    void and_nothing_else_is(String written) {
        assertThat(Numeral.number(written)).isEmpty();
        assertThat(Numeral.number("9".repeat(25))).isEmpty();
    }
}
