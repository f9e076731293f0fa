package mainstay.rating;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A kept rating with its parts.
///
/// @param heldStars what the model shows, where a person has set the stars for a time; null elsewhere
/// @param computedStars what score and gates give; differs from `stars` where hysteresis holds a move back
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
        List<Part> parts) {

    public boolean heldBack() {
        return heldStars == null && stars != computedStars;
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
