package mainstay.rating.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The worked examples of docs/definitions/rating-score.md and coverage.md.
class ScoringTests {
    private static final Criterion REVENUE =
            new Criterion("revenue", CriterionGroup.SALES, 40, new Scale.Rank(Peers.ALL), Unit.MONEY);
    private static final Criterion ON_TIME =
            new Criterion("onTime", CriterionGroup.FINANCE, 20, new Scale.Linear(0.5, 0.95), Unit.RATIO);
    private static final Criterion DAYS_LATE =
            new Criterion("daysLate", CriterionGroup.FINANCE, 10, new Scale.Linear(45, 0), Unit.DAYS);
    private static final Criterion PHILOSOPHY =
            new Criterion("philosophy", CriterionGroup.CAPABILITY, 30, new Scale.Linear(1, 5), Unit.MARK);
    private static final RatingModel MODEL = new RatingModel(
            1,
            List.of(REVENUE, ON_TIME, DAYS_LATE, PHILOSOPHY),
            List.of(
                    new Tier(
                            4,
                            75,
                            List.of(new Gate.OfGroup(CriterionGroup.FINANCE, 70), new Gate.OfFigure("philosophy", 3))),
                    new Tier(3, 60, List.of(new Gate.OfGroup(CriterionGroup.FINANCE, 50))),
                    new Tier(2, 40, List.of()),
                    new Tier(1, 0, List.of())),
            0.5,
            3);
    private static final Figure UNKNOWN = Figure.unknown(UnknownReason.NO_RECEIVABLES);

    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.95, 100", "0.725, 50", "0.2, 0", "1, 100"})
    void a_linear_scale_is_clamped_at_its_ends(double figure, double points) {
        assertThat(new Scale.Linear(0.5, 0.95).points(figure)).isCloseTo(points, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"45, 0", "0, 100", "9, 80", "90, 0"})
    void a_linear_scale_may_fall(double figure, double points) {
        assertThat(new Scale.Linear(45, 0).points(figure)).isCloseTo(points, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"10, 0", "20, 37.5", "30, 75", "40, 100"})
    void equal_figures_share_the_mean_of_their_places(double figure, double points) {
        assertThat(new PercentileRanks(new double[] {10, 20, 20, 30, 40}).points(figure))
                .isCloseTo(points, within(1e-9));
    }

    @Test
    void the_score_is_the_mean_over_what_is_known_and_coverage_tells_how_much_that_is() {
        Score score = score(subject(1, Figure.of(200), Figure.of(0.95), UNKNOWN, UNKNOWN));

        assertThat(score.value()).isEqualTo((40 * 100 + 20 * 100) / 60.0);
        assertThat(score.coverage()).isEqualTo(0.6);
        assertThat(score.group(CriterionGroup.FINANCE)).hasValue(100);
        assertThat(score.group(CriterionGroup.CAPABILITY)).isEmpty();
    }

    @Test
    void stars_on_too_little_are_hollow() {
        Score score = score(subject(1, Figure.of(200), UNKNOWN, UNKNOWN, UNKNOWN));

        assertThat(Stars.of(MODEL, score, null)).isEqualTo(new Stars(4, 4, true, new Ceiling(0b0001, 0, null)));
    }

    @Test
    void a_place_among_peers_is_taken_within_their_circle_only() {
        RatingModel regional = new RatingModel(
                1,
                List.of(new Criterion("revenue", CriterionGroup.SALES, 100, new Scale.Rank(Peers.REGION), Unit.MONEY)),
                List.of(new Tier(1, 0, List.of())),
                0.5,
                3);
        Subject small = new Subject(1, List.of(Figure.of(10)), null, "North");
        Subject smaller = new Subject(2, List.of(Figure.of(5)), null, "North");
        Subject large = new Subject(3, List.of(Figure.of(900)), null, "South");
        Subject nowhere = new Subject(4, List.of(Figure.of(950)));
        Scoring scoring = Scoring.of(regional, List.of(small, smaller, large, nowhere));

        assertThat(scoring.score(small).value()).isEqualTo(100);
        assertThat(scoring.score(smaller).value()).isZero();
        assertThat(scoring.score(large).coverage()).as("alone in the South").isZero();
        assertThat(scoring.score(nowhere).coverage()).as("of no known region").isZero();
    }

    @Test
    void stars_are_hollow_while_something_needed_is_unknown() {
        RatingModel needing = new RatingModel(
                1,
                List.of(
                        REVENUE,
                        new Criterion(
                                "onTime",
                                CriterionGroup.FINANCE,
                                60,
                                new Scale.Linear(0.5, 0.95),
                                Unit.RATIO,
                                true,
                                null)),
                List.of(new Tier(1, 0, List.of())),
                0.1,
                3);
        Subject one = new Subject(1, List.of(Figure.of(200), UNKNOWN));
        Subject other = new Subject(2, List.of(Figure.of(100), Figure.of(0.9)));
        Scoring scoring = Scoring.of(needing, List.of(one, other));

        assertThat(Stars.of(needing, scoring.score(one), null).hollow()).isTrue();
        assertThat(Stars.of(needing, scoring.score(other), null).hollow()).isFalse();
    }

    @Test
    void a_single_account_has_no_rank() {
        Subject alone = subject(1, Figure.of(200), UNKNOWN, UNKNOWN, UNKNOWN);
        Score score = Scoring.of(MODEL, List.of(alone)).score(alone);

        assertThat(score.parts().getFirst().figure()).isEqualTo(Figure.unknown(UnknownReason.TOO_FEW_PEERS));
        assertThat(score.coverage()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        // on time, days late, mark, stars
        "0.95, 0, 5, 4",
        "0.95, 0, 3, 4",
        "0.95, 0, 2.9, 3",
        "0.75, 0, 5, 4",
        "0.72, 20, 5, 3",
        "0.60, 30, 5, 2",
        "0.50, 45, 1, 2",
    })
    void gates_bind_where_the_figure_is_known(double onTime, double daysLate, double mark, int stars) {
        Score score = score(subject(1, Figure.of(200), Figure.of(onTime), Figure.of(daysLate), Figure.of(mark)));

        assertThat(MODEL.stars(score)).isEqualTo(stars);
    }

    @ParameterizedTest
    @CsvSource({
        // score, shown before, computed before, shown now
        "76, 3, 3, 3",
        "78, 3, 3, 4",
        "76, 3, 4, 4",
        "74, 4, 4, 4",
        "71, 4, 4, 3",
        "74, 4, 3, 3",
        "59, 4, 4, 3",
        "50, 4, 4, 2",
        "41, 1, 1, 1",
        "79, 1, 1, 4",
        "76, 1, 1, 3",
    })
    void a_border_is_crossed_by_three_points_or_twice(double value, int shown, int computed, int now) {
        Score score = new Score(1, value, 1, List.of());

        assertThat(Stars.of(MODEL, score, new Stars(shown, computed, false)).shown())
                .isEqualTo(now);
    }

    @Test
    void a_gate_moves_at_once() {
        Score score = score(subject(1, Figure.of(200), Figure.of(0.95), Figure.of(0), Figure.of(2.9)));

        assertThat(Stars.of(MODEL, score, new Stars(4, 4, false)).shown()).isEqualTo(3);
    }

    private static Subject subject(long account, Figure... figures) {
        return new Subject(account, Arrays.asList(figures));
    }

    private static Score score(Subject subject) {
        Subject smaller = subject(2, Figure.of(100), UNKNOWN, UNKNOWN, UNKNOWN);
        return Scoring.of(MODEL, List.of(subject, smaller)).score(subject);
    }
}
