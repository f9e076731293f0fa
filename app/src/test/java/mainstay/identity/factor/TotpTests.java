package mainstay.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The published values of RFC 6238 (appendix B) and RFC 4226 (appendix D).
class TotpTests {

    private static final byte[] SECRET = bytes("12345678901234567890");

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @CsvSource({
        "59, 94287082, 46119246, 90693936",
        "1111111109, 07081804, 68084774, 25091201",
        "1111111111, 14050471, 67062674, 99943326",
        "1234567890, 89005924, 91819424, 93441116",
        "2000000000, 69279037, 90698825, 38618901",
        "20000000000, 65353130, 77737706, 47863826"
    })
    void codes_are_those_of_the_standard(long second, String sha1, String sha256, String sha512) {
        long step = second / Totp.STEP_SECONDS;
        assertThat(Totp.code(SECRET, step, 8, "HmacSHA1")).isEqualTo(sha1);
        assertThat(Totp.code(bytes("12345678901234567890123456789012"), step, 8, "HmacSHA256"))
                .isEqualTo(sha256);
        assertThat(Totp.code(
                        bytes("1234567890123456789012345678901234567890123456789012345678901234"),
                        step,
                        8,
                        "HmacSHA512"))
                .isEqualTo(sha512);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 755224",
        "1, 287082",
        "2, 359152",
        "3, 969429",
        "4, 338314",
        "5, 254676",
        "6, 287922",
        "7, 162583",
        "8, 399871",
        "9, 520489"
    })
    void by_a_counter_too(long counter, String code) {
        assertThat(Totp.code(SECRET, counter)).isEqualTo(code);
    }

    @Test
    void a_code_is_right_half_a_minute_early_and_late_and_no_longer() {
        Instant now = Instant.ofEpochSecond(1_111_111_109);
        long step = now.getEpochSecond() / Totp.STEP_SECONDS;
        for (long around = -1; around <= 1; around++) {
            assertThat(Totp.step(SECRET, Totp.code(SECRET, step + around), now))
                    .isEqualTo(OptionalLong.of(step + around));
        }
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step - 2), now)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step + 2), now)).isEmpty();
    }

    @Test
    void nothing_else_is_right() {
        Instant now = Instant.ofEpochSecond(59);
        for (String typed : new String[] {"", "28708", "2870822", "abcdef", "２８７０８２", "-87082", "287082\u0000"}) {
            assertThat(Totp.step(SECRET, typed, now)).as(typed).isEmpty();
        }
        assertThat(Totp.step(SECRET, "287082", now)).isNotEmpty();
    }

    /// RFC 4648, chapter 10, without padding.
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void bytes_are_written_as_the_standard_says(String plain, String written) {
        assertThat(Base32.encode(bytes(plain))).isEqualTo(written);
    }
}
