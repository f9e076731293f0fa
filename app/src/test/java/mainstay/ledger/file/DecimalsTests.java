package mainstay.ledger.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "1.25 | 12500",
                "-3 | -30000",
                "+7 | 70000",
                ".5 | 5000",
                "1. | 10000",
                "1,234.5 | 12345000",
                "1,234,567 | 12345670000",
                "1'234.50 | 12345000",
                "12- | -120000",
                "(12.5) | -125000",
                "($1,200.00) | -12000000",
                "$-5 | -50000",
                "-$5 | -50000",
                "¥3.5 | 35000",
                "3.5元 | 35000",
                "USD 2 | 20000",
                "2 EUR | 20000",
                "１２３ | 1230000",
                "−4 | -40000",
                "1.00005 | 10001",
                "-1.00005 | -10001",
                "1e3 | 10000000",
                "1.4901161193847656e-08 | 0",
                "10000000000000 | 100000000000000000"
            })
    void numbers_are_read_as_files_write_them(String text, long expected) throws FieldProblem {
        assertThat(Decimals.scaled(text, NumberForm.POINT)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "-Infinity",
                "1,23",
                "12,34.5",
                "1.2.3",
                "--1",
                "(-1)",
                "abc",
                "1 2",
                "0x1F",
                "1e9999",
                "-",
                "()",
                "."
            })
    void what_is_no_number_is_a_problem(String text) {
        assertThatThrownBy(() -> Decimals.scaled(text, NumberForm.POINT)).isInstanceOf(FieldProblem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10000000000000.01", "-99999999999999999999", "1e300"})
    void absurd_numbers_are_a_problem(String text) {
        assertThatThrownBy(() -> Decimals.scaled(text, NumberForm.POINT)).hasMessage("NUMBER_TOO_LARGE");
    }

    @Test
    void a_decimal_comma_needs_proof() throws FieldProblem {
        assertThat(NumberForm.of(List.of("1,234", "5,678"))).isEqualTo(NumberForm.POINT);
        assertThat(NumberForm.of(List.of("1,5", "1,234"))).isEqualTo(NumberForm.COMMA);
        assertThat(NumberForm.of(List.of("1.234,50"))).isEqualTo(NumberForm.COMMA);
        assertThat(NumberForm.of(List.of("1,5", "1.5"))).isEqualTo(NumberForm.POINT);
        assertThat(Decimals.scaled("1.234,50", NumberForm.COMMA)).isEqualTo(12_345_000);
        assertThat(Decimals.scaled("-0,5", NumberForm.COMMA)).isEqualTo(-5_000);
    }

    @Test
    void blank_is_unknown_and_not_zero() throws FieldProblem {
        assertThat(Decimals.scaled("", NumberForm.POINT)).isEqualTo(Decimals.UNKNOWN);
    }
}
