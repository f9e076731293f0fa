package mainstay.rating.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mainstay.rating.MeasureEffect.Move;
import mainstay.rating.Preview;
import mainstay.rating.Preview.Rated;
import mainstay.rating.model.Score;
import mainstay.rating.model.Stars;
import org.junit.jupiter.api.Test;

/// What is compared in a trial, and how long it holds.
class TrialTests {
    private static final Instant BEGUN = Instant.parse("2026-11-16T08:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 15);

    private static Rated rated(long account, int stars, boolean hollow, boolean key) {
        return new Rated(new Score(account, 50, 1, List.of()), new Stars(stars, stars, hollow), 1_000 - account, key);
    }

    @Test
    void whoever_becomes_or_ceases_to_be_hollow_is_told_to_the_measures() {
        List<Rated> now = List.of(
                rated(1, 3, false, true),
                rated(2, 4, true, false),
                rated(3, 2, false, false),
                rated(4, 1, true, false));
        List<Rated> then = List.of(
                rated(1, 3, true, true),
                rated(2, 2, false, false),
                rated(3, 2, false, false),
                rated(4, 4, true, false));

        assertThat(Trial.starMoves(now, then)).isEqualTo(Map.of(1L, new Move(3, 0), 2L, new Move(0, 2)));
    }

    @Test
    void moves_that_the_model_in_force_only_holds_back_are_told_apart() {
        List<Rated> now = List.of(
                rated(1, 3, false, true), rated(2, 3, false, true), rated(3, 3, false, true), rated(4, 2, true, true));
        List<Rated> loose = List.of(
                rated(1, 2, false, true), rated(2, 3, false, true), rated(3, 2, false, true), rated(4, 2, true, true));
        List<Rated> then = List.of(
                rated(1, 2, false, true), rated(2, 2, false, true), rated(3, 4, false, true), rated(4, 1, true, true));

        assertThat(Trial.released(new Preview.Publication(now, loose, then)))
                .as("the first is let go; the second and third move by the draft; the fourth stays hollow")
                .isEqualTo(1);
    }

    @Test
    void key_accounts_are_those_of_the_rule_and_those_of_people_the_largest_first() {
        List<Rated> all = List.of(rated(1, 3, false, true), rated(2, 4, false, false), rated(3, 2, false, true));

        assertThat(Trial.keyAccounts(all, Set.of(2L, 3L, 9L))).containsExactly(1L, 2L, 3L, 9L);
        assertThat(Trial.keyAccounts(all, Set.of())).containsExactly(1L, 3L);
    }

    @Test
    void a_trial_holds_for_a_day_on_the_same_last_day_against_the_same_model() {
        TrialState trial = new TrialState(
                1,
                "done",
                4,
                4,
                "wang",
                BEGUN,
                BEGUN,
                new TrialResult(DAY, 7, 3, List.of(), 0, List.of(), List.of(), List.of(), null));

        assertThat(trial.holds(BEGUN.plus(Duration.ofHours(23)), DAY, 7)).isTrue();
        assertThat(trial.holds(BEGUN.plus(Duration.ofHours(25)), DAY, 7)).isFalse();
        assertThat(trial.holds(BEGUN.plusSeconds(1), DAY.plusDays(1), 7)).isFalse();
        assertThat(trial.holds(BEGUN.plusSeconds(1), DAY, 8)).isFalse();
        assertThat(trial.holds(BEGUN.plusSeconds(1), null, 7))
                .as("an empty ledger has no day")
                .isTrue();
    }
}
