package mainstay.rating;

import java.time.LocalDate;
import java.util.List;
import mainstay.rating.model.Score;
import mainstay.rating.model.Stars;
import org.jspecify.annotations.Nullable;

/// A rating on its way into the database.
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
        List<Part> details) {

    /// @param set the stars that a person has set for the day; what somebody decided is never hollow
    static RatingRow of(Occasion occasion, Score score, Stars stars, @Nullable Integer set) {
        return new RatingRow(
                occasion.scope(),
                score.account(),
                occasion.modelVersion(),
                occasion.asOf(),
                occasion.revision(),
                score.value(),
                score.coverage(),
                set == null ? stars.shown() : set,
                stars.computed(),
                set == null ? null : stars.shown(),
                set == null && stars.hollow(),
                score.parts().stream().map(Part::of).toList());
    }
}
