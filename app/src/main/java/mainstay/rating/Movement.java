package mainstay.rating;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The difference between two ratings of one account, criterion by criterion, the strongest first.
public record Movement(Rating before, Rating after, List<Change> changes) {

    public static Movement between(Rating before, Rating after) {
        Map<String, Part> earlier = byCode(before);
        Map<String, Part> later = byCode(after);
        Set<String> codes = new LinkedHashSet<>(later.keySet());
        codes.addAll(earlier.keySet());
        List<Change> changes = codes.stream()
                .map(code -> change(code, earlier.get(code), later.get(code), before, after))
                .sorted(Comparator.comparingDouble((Change change) -> Math.abs(change.effect()))
                        .reversed())
                .toList();
        return new Movement(before, after, changes);
    }

    public double points() {
        return after.score() - before.score();
    }

    /// Whether both ratings rest on enough for stars.
    public boolean hasStars() {
        return !before.hollow() && !after.hollow();
    }

    /// The criterion that did most in the direction of the whole move.
    public @Nullable Change reason() {
        return changes.stream()
                .filter(change -> change.effect() != 0 && Math.signum(change.effect()) == Math.signum(points()))
                .findFirst()
                .orElse(null);
    }

    private static Change change(
            String code, @Nullable Part earlier, @Nullable Part later, Rating before, Rating after) {
        Part any = later == null ? earlier : later;
        return new Change(
                code,
                any == null ? "" : any.unit(),
                any == null ? null : any.name(),
                earlier == null ? null : earlier.figure(),
                later == null ? null : later.figure(),
                share(later, after) - share(earlier, before));
    }

    /// What a criterion adds to the score; unknown ones add nothing and take no weight.
    private static double share(@Nullable Part part, Rating rating) {
        Double points = part == null ? null : part.points();
        double known = rating.parts().stream()
                .filter(other -> other.points() != null)
                .mapToDouble(Part::weight)
                .sum();
        return part == null || points == null || known == 0 ? 0 : points * part.weight() / known;
    }

    private static Map<String, Part> byCode(Rating rating) {
        Map<String, Part> parts = new HashMap<>();
        rating.parts().forEach(part -> parts.put(part.code(), part));
        return parts;
    }
}
