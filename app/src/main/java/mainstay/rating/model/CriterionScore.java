package mainstay.rating.model;

import org.jspecify.annotations.Nullable;

/// One criterion of one rating: the figure and its points, or the reason for their absence.
public record CriterionScore(
        Criterion criterion, Figure figure, @Nullable Double points) {

    CriterionScore marked(@Nullable Double mark) {
        if (!criterion.assessed() || !(criterion.scale() instanceof Scale.Linear linear)) {
            return this;
        }
        return mark == null
                ? new CriterionScore(criterion, Figure.unknown(UnknownReason.NOT_ASSESSED), null)
                : new CriterionScore(criterion, Figure.of(mark), linear.points(mark));
    }
}
