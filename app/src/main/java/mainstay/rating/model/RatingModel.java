package mainstay.rating.model;

import java.util.Comparator;
import java.util.List;

/// A version of the firm's model.
///
/// @param tiers from the highest number of stars down; the last one starts at 0 and has no gates
/// @param minimumCoverage below it the stars are hollow
/// @param hysteresis points by which a score must pass a border before the account moves at once
public record RatingModel(
        int version, List<Criterion> criteria, List<Tier> tiers, double minimumCoverage, double hysteresis) {

    /// What programs rely on: nobody has solid stars on less than half of the weight.
    public static final double LEAST_COVERAGE = 0.5;

    public RatingModel {
        criteria = List.copyOf(criteria);
        tiers = tiers.stream()
                .sorted(Comparator.comparingInt(Tier::stars).reversed())
                .toList();
        if (tiers.isEmpty()
                || !tiers.getLast().gates().isEmpty()
                || tiers.getLast().from() > 0) {
            throw new IllegalArgumentException("the lowest tier must be open to every account");
        }
    }

    public double totalWeight() {
        return criteria.stream().mapToDouble(Criterion::weight).sum();
    }

    /// Whether what one account's marks are worth depends on the marks of others.
    public boolean comparesMarks() {
        return criteria.stream().anyMatch(criterion -> criterion.assessed() && criterion.scale() instanceof Scale.Rank);
    }

    /// Stars for a score with its gates.
    public int stars(Score score) {
        return stars(score, 0);
    }

    /// Stars for a score moved by some points; gates are asked for the true figures.
    int stars(Score score, double moved) {
        double value = score.value() + moved;
        return tiers.stream()
                .filter(tier -> value >= tier.from() && score.passes(tier.gates()))
                .findFirst()
                .orElse(tiers.getLast())
                .stars();
    }
}
