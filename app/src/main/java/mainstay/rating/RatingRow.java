package mainstay.rating;

import java.time.LocalDate;
import java.util.List;
import mainstay.rating.model.Score;
import mainstay.rating.model.Stars;

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
        boolean hollow,
        List<Part> details) {

    static RatingRow of(Occasion occasion, Score score, Stars stars) {
        return new RatingRow(
                occasion.scope(),
                score.account(),
                occasion.modelVersion(),
                occasion.asOf(),
                occasion.revision(),
                score.value(),
                score.coverage(),
                stars.shown(),
                stars.computed(),
                stars.hollow(),
                score.parts().stream().map(Part::of).toList());
    }
}
