package mainstay.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import mainstay.rating.Bearing.Turn;
import mainstay.rating.key.KeyStatus;
import mainstay.rating.key.Leg;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the timeline tells of the way from one run to the next.
@NullMarked
class BearingTests {
    private static final Bearing KEY = new Bearing(1, 3, false, KeyStatus.KEY, Leg.PASS, Leg.PASS, Leg.PASS, 1);
    private static final Bearing NONE = new Bearing(1, 2, false, KeyStatus.NONE, Leg.FAIL, Leg.PASS, Leg.OPEN, 1);

    @Test
    void nothing_moved_is_nothing_to_tell() {
        assertThat(KEY.since(KEY)).isEmpty();
    }

    @Test
    void the_first_run_tells_of_key_accounts_alone() {
        assertThat(kinds(KEY, null)).containsExactly("statusKey");
        assertThat(kinds(NONE, null)).isEmpty();
    }

    @Test
    void stars_rise_and_fall_with_both_numbers() {
        assertThat(KEY.since(stars(2, false))).containsExactly(new Turn("starsRose", Map.of("from", "2", "to", "3")));
        assertThat(stars(2, false).since(KEY)).containsExactly(new Turn("starsFell", Map.of("from", "3", "to", "2")));
    }

    @Test
    void what_another_model_did_is_told_as_its_doing() {
        Bearing poorer = new Bearing(1, 2, false, KeyStatus.NEAR_MISS, Leg.PASS, Leg.FAIL, Leg.PASS, 2);

        assertThat(poorer.since(KEY))
                .containsExactly(
                        new Turn("starsByModel", Map.of("from", "3", "to", "2", "version", "2")),
                        new Turn("byModel", Map.of("text", "timeline.statusNearMiss", "version", "2")),
                        new Turn("byModel", Map.of("text", "timeline.legLostCredit", "version", "2")));
        assertThat(new Bearing(1, 2, false, KeyStatus.NONE, Leg.PASS, Leg.PASS, Leg.OPEN, 2).since(NONE))
                .isEmpty();
    }

    @Test
    void hollow_stars_do_not_rise_or_fall() {
        assertThat(stars(1, true).since(stars(4, true))).isEmpty();
        assertThat(kinds(stars(1, true), stars(3, false))).containsExactly("starsHollow");
        assertThat(stars(3, false).since(stars(1, true))).containsExactly(new Turn("starsSolid", Map.of("stars", "3")));
    }

    @Test
    void a_lost_leg_is_named_beside_the_new_status() {
        Bearing slow = new Bearing(1, 3, false, KeyStatus.NEAR_MISS, Leg.PASS, Leg.FAIL, Leg.PASS, 1);

        assertThat(kinds(slow, KEY)).containsExactly("statusNearMiss", "legLostCredit");
        assertThat(kinds(KEY, slow)).containsExactly("statusKey", "legWonCredit");
    }

    @Test
    void who_stays_ordinary_is_spared_its_legs() {
        Bearing assessed = new Bearing(1, 2, false, KeyStatus.NONE, Leg.FAIL, Leg.FAIL, Leg.PASS, 1);

        assertThat(assessed.since(NONE)).isEmpty();
    }

    @Test
    void a_group_is_told_of_as_a_group() {
        assertThat(KEY.since(stars(2, false)).getFirst().of(1, true).kind()).isEqualTo("groupStarsRose");
    }

    private static Bearing stars(int stars, boolean hollow) {
        return new Bearing(1, stars, hollow, KEY.status(), KEY.share(), KEY.credit(), KEY.philosophy(), 1);
    }

    private static List<String> kinds(Bearing now, @Nullable Bearing before) {
        return now.since(before).stream().map(Turn::kind).toList();
    }
}
