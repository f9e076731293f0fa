package mainstay.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The check digit of GB 32100.
class CreditCodeTests {

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y43, true",
        "91310000MA1K000006, true",
        "91350100M000100Y44, false",
        "91350100M000100Y34, false",
        "91350100M000100Y4,  false",
        "91350100M000100YI3, false",
        "91350100m000100Y43, false"
    })
    void one_wrong_sign_is_noticed(String code, boolean valid) {
        assertThat(CreditCode.isValid(code)).isEqualTo(valid);
    }
}
