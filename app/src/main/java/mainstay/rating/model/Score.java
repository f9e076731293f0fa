package mainstay.rating.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// The points of an account, criterion by criterion.
///
/// @param value weighted mean of the known points, 0 where nothing is known
/// @param coverage known weight as a share of all weight
public record Score(long account, double value, double coverage, List<CriterionScore> parts) {

    static Score of(long account, List<CriterionScore> parts, double totalWeight) {
        double known = weight(parts);
        return new Score(account, known == 0 ? 0 : mean(parts, known), known / totalWeight, parts);
    }

    /// The same figures and places among peers, with other marks.
    ///
    /// @param marks by code of the assessed criterion; what is missing is not assessed
    public Score marked(RatingModel model, Map<String, Double> marks) {
        return of(
                account,
                parts.stream()
                        .map(part -> part.marked(marks.get(part.criterion().code())))
                        .toList(),
                model.totalWeight());
    }

    /// Weighted mean of a group's known points.
    public OptionalDouble group(CriterionGroup group) {
        List<CriterionScore> ofGroup = new ArrayList<>(parts.size());
        for (CriterionScore part : parts) {
            if (part.criterion().group() == group) {
                ofGroup.add(part);
            }
        }
        double known = weight(ofGroup);
        return known == 0 ? OptionalDouble.empty() : OptionalDouble.of(mean(ofGroup, known));
    }

    public OptionalDouble figure(String criterion) {
        for (CriterionScore part : parts) {
            if (part.figure() instanceof Figure.Known known
                    && part.criterion().code().equals(criterion)) {
                return OptionalDouble.of(known.value());
            }
        }
        return OptionalDouble.empty();
    }

    /// Whether something is unknown that the model cannot do without.
    boolean lacksNeeded() {
        return parts.stream().anyMatch(part -> part.criterion().needed() && part.points() == null);
    }

    boolean passes(List<Gate> gates) {
        return gates.stream().allMatch(this::passes);
    }

    /// Whether what a gate asks for is there, or unknown.
    public boolean passes(Gate gate) {
        OptionalDouble known = at(gate);
        return known.isEmpty() || known.getAsDouble() >= gate.minimum();
    }

    /// What a gate asks for, where it is known.
    public OptionalDouble at(Gate gate) {
        return switch (gate) {
            case Gate.OfGroup ofGroup -> group(ofGroup.group());
            case Gate.OfFigure ofFigure -> figure(ofFigure.criterion());
        };
    }

    public Criterion criterion(String code) {
        return parts.stream()
                .map(CriterionScore::criterion)
                .filter(criterion -> criterion.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code + " is no criterion of this score"));
    }

    /// Known weight.
    private static double weight(List<CriterionScore> parts) {
        double weight = 0;
        for (CriterionScore part : parts) {
            weight += part.points() == null ? 0 : part.criterion().weight();
        }
        return weight;
    }

    private static double mean(List<CriterionScore> parts, double known) {
        double sum = 0;
        for (CriterionScore part : parts) {
            Double points = part.points();
            sum += points == null ? 0 : points * part.criterion().weight();
        }
        return sum / known;
    }
}
