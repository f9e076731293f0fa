package mainstay.portfolio.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mainstay.portfolio.value.ValueView.Sign;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How strong a sign is, as docs/definitions/at-risk.md has it.
class RiskSignsTests {

    /// @param rhythm    with 40 days without a purchase where up to 30 are usual
    /// @param p         of a fall from 12 purchases to 4
    /// @param lostShare of one category fewer
    private static RiskRow row(
            String rhythm,
            int gapsAsLong,
            @Nullable Double p,
            @Nullable Double lostShare,
            double before,
            double now,
            int repeats) {
        return row("rhythm", rhythm, gapsAsLong, p, lostShare, before, now, repeats);
    }

    private static RiskRow row(
            String method,
            String rhythm,
            int gapsAsLong,
            @Nullable Double p,
            @Nullable Double lostShare,
            double before,
            double now,
            int repeats) {
        return new RiskRow(
                "A",
                "Account",
                40,
                30.5,
                rhythm,
                12,
                4,
                0.33,
                p,
                1,
                lostShare,
                now,
                before,
                p != null,
                lostShare != null,
                before - now >= 0.1,
                100L,
                10L,
                method,
                gapsAsLong,
                60,
                repeats,
                false);
    }

    private static List<String> labels(RiskRow row) {
        return RiskSigns.of(row).stream().map(Sign::label).toList();
    }

    @Test
    void strong_signs_stand_before_weak_ones_and_weak_ones_are_called_so() {
        assertThat(labels(row("late", 2, 0.0384, 0.25, 0.9, 0.6, 30)))
                .containsExactly(
                        "value.sign.narrowing", "value.sign.fading", "value.sign.late.weak", "value.sign.falling.weak");
        assertThat(labels(row("silent", 0, 0.0008, 0.05, 0.9, 0.7, 30)))
                .containsExactly(
                        "value.sign.silent",
                        "value.sign.falling",
                        "value.sign.narrowing.weak",
                        "value.sign.fading.weak");
    }

    @Test
    void who_never_stayed_away_for_so_long_is_late_in_earnest() {
        assertThat(labels(row("late", 0, null, null, 0.9, 0.9, 30))).containsExactly("value.sign.late");
        assertThat(RiskSigns.of(row("late", 0, null, null, 0.9, 0.9, 30)))
                .extracting(Sign::tone)
                .containsExactly("warn");
        assertThat(RiskSigns.of(row("late", 1, null, null, 0.9, 0.9, 30)))
                .extracting(Sign::tone)
                .containsExactly("muted");
        assertThat(RiskSigns.of(row("silent", 0, null, null, 0.9, 0.9, 30)))
                .extracting(Sign::tone)
                .containsExactly("bad");
        assertThat(labels(row("silent", 1, null, null, 0.9, 0.9, 30))).containsExactly("value.sign.silent.weak");
    }

    @Test
    void a_history_is_short_below_twenty_gaps_of_its_own_or_with_one_day_in_a_model() {
        assertThat(row("late", 0, null, null, 0.9, 0.9, 19).fewDays()).isEqualTo(20);
        assertThat(row("late", 0, null, null, 0.9, 0.9, 20).fewDays()).isNull();
        assertThat(ShortHistory.is("model", 0)).isTrue();
        assertThat(ShortHistory.is("model", 1)).isFalse();
        assertThat(ShortHistory.is("none", 0)).isFalse();
        assertThat(ShortHistory.is("closed", 3)).isFalse();
    }

    @Test
    void a_sign_at_its_bound_is_strong() {
        assertThat(labels(row("onTime", 0, 0.01, 0.1, 0.75, 0.5, 30)))
                .containsExactly("value.sign.falling", "value.sign.narrowing", "value.sign.fading");
    }

    @Test
    void each_sign_says_why() {
        assertThat(whys(row("late", 0, 0.0384, null, 0.9, 0.9, 30)))
                .containsExactly(
                        Text.of("value.sign.late.longest", Text.of("value.sign.late.why", 40, 30), 60),
                        Text.of("value.sign.falling.why", 12, 4, Text.of("value.byChance", 0.0384)));
        assertThat(whys(row("late", 2, 0.0008, null, 0.9, 0.9, 30)))
                .containsExactly(
                        Text.of("value.sign.falling.why", 12, 4, Text.of("value.byChance.under", 0.001)),
                        Text.of(
                                "value.sign.late.asLong",
                                Text.of("value.sign.late.why", 40, 30),
                                2,
                                60,
                                Text.of("value.chance", 0.9)));
    }

    @Test
    void who_is_judged_by_a_model_is_late_without_a_word_of_its_own_longest_gap() {
        assertThat(whys(row("model", "late", 0, null, null, 0.9, 0.9, 30)))
                .containsExactly(Text.of("value.sign.late.why", 40, 30));
    }

    @Test
    void a_chance_of_a_thousandth_is_named_and_only_a_smaller_one_is_called_smaller() {
        assertThat(whys(row("onTime", 0, 0.001, null, 0.9, 0.9, 30)))
                .containsExactly(Text.of("value.sign.falling.why", 12, 4, Text.of("value.byChance", 0.001)));
    }

    private static List<Text> whys(RiskRow row) {
        return RiskSigns.of(row).stream().map(Sign::why).toList();
    }
}
