package mainstay.rating.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The worked examples of docs/definitions/key-account-rule.md.
@NullMarked
class KeyAccountRuleTests {
    private final KeyAccountRule rule = new KeyAccountRule(KeyLimits.DEFAULT);

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # revenue, expected, payment health, philosophy, status
            500, -,   85, 4, key
            500, -,   70, 3, key
            500, -,   -,  -, provisional
            500, -,   85, -, provisional
            500, -,   69, 4, nearMiss
            500, -,   69, -, nearMiss
            500, -,   69, 2, none
            6,   -,   85, 4, nearMiss
            6,   -,   -,  -, nearMiss
            6,   -,   69, 4, none
            4,   -,   85, 4, none
            6,   400, 85, 4, potential
            6,   400, -,  -, potential
            6,   400, 85, 2, none
            4,   400, -,  -, potential
            """)
    void the_legs_decide_the_status(
            long revenue,
            @Nullable Long expected,
            @Nullable Double paymentHealth,
            @Nullable Double philosophy,
            String status) {
        KeyCandidate tried = new KeyCandidate(99, revenue, expected, paymentHealth, philosophy);
        List<KeyVerdict> verdicts = rule.judge(
                Stream.concat(Stream.of(tried), others(1_000 - revenue)).toList());

        assertThat(verdict(verdicts, 99).status().code()).isEqualTo(status);
    }

    @Test
    void the_account_that_crosses_eighty_percent_is_inside_and_the_next_is_not() {
        List<KeyVerdict> verdicts = rule.judge(List.of(sells(1, 50), sells(2, 30), sells(3, 20)));

        assertThat(verdicts).extracting(KeyVerdict::share).containsExactly(Leg.PASS, Leg.PASS, Leg.FAIL);
        assertThat(verdicts).extracting(KeyVerdict::cumulative).containsExactly(0.5, 0.8, 1.0);
    }

    @Test
    void below_one_percent_nobody_has_a_large_share() {
        List<KeyVerdict> verdicts =
                rule.judge(IntStream.range(0, 200).mapToObj(i -> sells(i, 10)).toList());

        assertThat(verdicts).extracting(KeyVerdict::share).containsOnly(Leg.FAIL);
    }

    @Test
    void the_number_of_accounts_is_limited() {
        KeyLimits two = new KeyLimits(new BigDecimal("0.80"), new BigDecimal("0.01"), 2, 70, 3, new BigDecimal("0.5"));
        List<KeyVerdict> verdicts =
                new KeyAccountRule(two).judge(List.of(sells(1, 25), sells(2, 25), sells(3, 25), sells(4, 25)));

        assertThat(verdicts).extracting(KeyVerdict::share).containsExactly(Leg.PASS, Leg.PASS, Leg.FAIL, Leg.FAIL);
    }

    @Test
    void without_sales_the_share_leg_is_open_and_nobody_is_key() {
        List<KeyVerdict> verdicts = rule.judge(List.of(new KeyCandidate(1, 0, null, 90.0, 5.0)));

        assertThat(verdicts.getFirst().share()).isEqualTo(Leg.OPEN);
        assertThat(verdicts.getFirst().status()).isEqualTo(KeyStatus.NONE);
        assertThat(verdicts.getFirst().shareOfSales()).isNull();
    }

    @Test
    void a_provisional_key_account_says_what_to_find_out() {
        List<KeyVerdict> verdicts = rule.judge(List.of(new KeyCandidate(1, 100, null, 90.0, null)));

        assertThat(verdicts.getFirst().openLegs()).containsExactly("philosophy");
    }

    private static Stream<KeyCandidate> others(long revenue) {
        return Stream.of(sells(1, revenue - 300), sells(2, 300));
    }

    private static KeyCandidate sells(long account, long revenue) {
        return new KeyCandidate(account, revenue, null, null, null);
    }

    private static KeyVerdict verdict(List<KeyVerdict> verdicts, long account) {
        return verdicts.stream()
                .filter(verdict -> verdict.account() == account)
                .findFirst()
                .orElseThrow();
    }
}
