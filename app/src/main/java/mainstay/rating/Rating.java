package mainstay.rating;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import mainstay.rating.model.RatingModel;
import mainstay.rating.model.Score;
import org.jspecify.annotations.Nullable;

/// A kept rating with its parts.
///
/// @param heldStars what the model shows, where a person has set the stars for a time; null elsewhere
/// @param computedStars what score and gates give; differs from `stars` where hysteresis holds a move back
/// @param ceiling the most that the model shows while figures are left out that were known; null elsewhere
public record Rating(
        long account,
        int modelVersion,
        LocalDate asOf,
        double score,
        double coverage,
        int stars,
        int computedStars,
        @Nullable Integer heldStars,
        boolean hollow,
        @Nullable Integer ceiling,
        List<Part> parts) {

    /// The points as they were kept under the model.
    Score score(RatingModel model) {
        Map<String, Part> kept = parts.stream().collect(Collectors.toMap(Part::code, Function.identity()));
        return new Score(
                account,
                score,
                coverage,
                model.criteria().stream()
                        .map(criterion -> Objects.requireNonNull(kept.get(criterion.code()), criterion::code)
                                .score(criterion))
                        .toList());
    }

    public boolean heldBack() {
        return heldStars == null && stars != computedStars;
    }

    /// Whether the stars are held because a figure that was known is left out.
    public boolean isUnderCeiling() {
        return heldBack() && ceiling != null && stars == ceiling && computedStars > stars;
    }

    /// Weighted mean over the known criteria of a group.
    public @Nullable Double group(String group) {
        double known = 0;
        double sum = 0;
        for (Part part : parts) {
            Double points = part.points();
            if (part.group().equals(group) && points != null) {
                known += part.weight();
                sum += points * part.weight();
            }
        }
        return known == 0 ? null : sum / known;
    }
}
