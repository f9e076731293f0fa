package mainstay.rating;

import java.util.Objects;
import mainstay.rating.model.Criterion;
import mainstay.rating.model.CriterionScore;
import mainstay.rating.model.Figure;
import mainstay.rating.model.UnknownReason;
import org.jspecify.annotations.Nullable;

/// One criterion of a kept rating.
///
/// @param unknown code of the reason where the figure is unknown
/// @param name    in the firm's own words; null where the product has a name for it
public record Part(
        String code,
        String group,
        String unit,
        double weight,
        @Nullable Double figure,
        @Nullable Double points,
        @Nullable String unknown,
        @Nullable String name) {

    static Part of(CriterionScore score) {
        return of(score.criterion(), figure(score), score.points(), unknown(score));
    }

    static @Nullable Double figure(CriterionScore score) {
        return score.figure() instanceof Figure.Known known ? known.value() : null;
    }

    static @Nullable String unknown(CriterionScore score) {
        return score.figure() instanceof Figure.Unknown none ? none.reason().code() : null;
    }

    static Part of(Criterion criterion, @Nullable Double figure, @Nullable Double points, @Nullable String unknown) {
        return new Part(
                criterion.code(),
                criterion.group().code(),
                criterion.unit().code(),
                criterion.weight(),
                figure,
                points,
                unknown,
                criterion.name());
    }

    /// As it was kept, for a model that still has the criterion.
    CriterionScore score(Criterion criterion) {
        Figure kept =
                figure == null ? Figure.unknown(UnknownReason.of(Objects.requireNonNull(unknown))) : Figure.of(figure);
        return new CriterionScore(criterion, kept, points);
    }
}
