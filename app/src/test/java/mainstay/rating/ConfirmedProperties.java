package mainstay.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mainstay.portfolio.Standing;
import mainstay.rating.finding.ConfirmedFindings.Confirmed;
import mainstay.rating.model.Criterion;
import mainstay.rating.model.CriterionGroup;
import mainstay.rating.model.RatingModel;
import mainstay.rating.model.Scale;
import mainstay.rating.model.Score;
import mainstay.rating.model.Scoring;
import mainstay.rating.model.Subject;
import mainstay.rating.model.Tier;
import mainstay.rating.model.Unit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/// Whatever is confirmed of an account, confirming more never makes it look better, and never makes it better
/// known.
class ConfirmedProperties {
    private static final RatingModel MODEL = new RatingModel(
            1,
            List.of(
                    new Criterion("philosophy", CriterionGroup.CAPABILITY, 5, new Scale.Linear(1, 5), Unit.MARK),
                    new Criterion("floorPrice", CriterionGroup.QUALITY, 3, new Scale.Linear(0.10, 0), Unit.RATIO),
                    new Criterion("territory", CriterionGroup.QUALITY, 3, new Scale.Linear(0.10, 0), Unit.RATIO)),
            List.of(
                    new Tier(4, 75, List.of()),
                    new Tier(3, 60, List.of()),
                    new Tier(2, 40, List.of()),
                    new Tier(1, 0, List.of())),
            0.5,
            3);

    @Property
    void confirming_more_never_raises_the_score_and_never_changes_its_coverage(
            @ForAll @LongRange(min = -1_000_000, max = 100_000_000) long revenue,
            @ForAll @IntRange(max = 300) int floorLines,
            @ForAll @DoubleRange(min = 1, max = 5) double mark,
            @ForAll @LongRange(max = 20_000_000) long diverted,
            @ForAll @LongRange(max = 20_000_000) long furtherMoney,
            @ForAll @IntRange(max = 50) int below,
            @ForAll @IntRange(max = 50) int furtherLines,
            @ForAll boolean bound) {
        Score before = score(revenue, floorLines, mark, new Confirmed(diverted, below, bound));
        Score after =
                score(revenue, floorLines, mark, new Confirmed(diverted + furtherMoney, below + furtherLines, bound));

        assertThat(after.value()).isLessThanOrEqualTo(before.value());
        assertThat(after.coverage()).isEqualTo(before.coverage());
    }

    private static Score score(long revenue, long floorLines, double mark, Confirmed confirmed) {
        Subject subject = new Subject(
                1, new Measured(standing(revenue, floorLines), Map.of("philosophy", mark), confirmed).figures(MODEL));
        return Scoring.of(MODEL, List.of(subject)).score(subject);
    }

    private static Standing standing(long revenue, long floorLines) {
        return new Standing(
                Standing.ACCOUNT,
                1,
                LocalDate.of(2026, 9, 30),
                revenue,
                null,
                revenue,
                0,
                null,
                100,
                10,
                5,
                floorLines,
                0,
                1,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false);
    }
}
