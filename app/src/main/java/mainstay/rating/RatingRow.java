package mainstay.rating;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import mainstay.rating.model.CriterionScore;
import mainstay.rating.model.Score;
import mainstay.rating.model.Stars;
import org.jspecify.annotations.Nullable;

/// A rating on its way into the database.
///
/// @param figures what each criterion of the model found, in the model's order; points and reasons likewise
/// @param unknown code of the reason where there is no figure
/// @param known   criteria with points, as bits in the model's order; `hidden` those that had some before and are left
/// out
/// @param ceiling the most stars that the model shows while some are hidden
/// @param digest  of all that it says: two ratings with the same one say the same of an account
record RatingRow(
        String scope,
        long accountId,
        int modelVersion,
        LocalDate asOf,
        long revision,
        double score,
        double coverage,
        int stars,
        int computedStars,
        @Nullable Integer heldStars,
        boolean hollow,
        List<@Nullable Double> figures,
        List<@Nullable Double> points,
        List<@Nullable String> unknown,
        long known,
        long hidden,
        @Nullable Integer ceiling,
        long digest) {

    /// @param set the stars that a person has set for the day; what somebody decided is never hollow
    static RatingRow of(Occasion occasion, Score score, Stars stars, @Nullable Integer set) {
        int shown = set == null ? stars.shown() : set;
        Integer held = set == null ? null : stars.shown();
        List<@Nullable Double> figures = of(score, Part::figure);
        List<@Nullable Double> points = of(score, CriterionScore::points);
        List<@Nullable String> unknown = of(score, Part::unknown);
        return new RatingRow(
                occasion.scope(),
                score.account(),
                occasion.modelVersion(),
                occasion.asOf(),
                occasion.revision(),
                score.value(),
                score.coverage(),
                shown,
                stars.computed(),
                held,
                set == null && stars.hollow(),
                figures,
                points,
                unknown,
                stars.ceiling().known(),
                stars.ceiling().hidden(),
                stars.ceiling().stars(),
                new Saying()
                        .number(occasion.modelVersion())
                        .number(shown)
                        .number(held)
                        .numbers(figures)
                        .numbers(points)
                        .words(unknown)
                        .bits(stars.ceiling().hidden())
                        .number(stars.ceiling().stars())
                        .digest());
    }

    private static <T> List<@Nullable T> of(Score score, Function<CriterionScore, @Nullable T> what) {
        List<@Nullable T> all = new ArrayList<>(score.parts().size());
        score.parts().forEach(part -> all.add(what.apply(part)));
        return all;
    }
}
