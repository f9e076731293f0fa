package mainstay.rating.model;

import org.jspecify.annotations.Nullable;

/// One criterion of one rating: the figure and its points, or the reason for their absence.
public record CriterionScore(
        Criterion criterion, Figure figure, @Nullable Double points) {}
