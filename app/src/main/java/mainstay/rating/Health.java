package mainstay.rating;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import mainstay.rating.model.CriterionGroup;
import mainstay.rating.model.Score;
import org.jspecify.annotations.Nullable;

/// What the key-account rule needs of a rating.
///
/// @param payment    points of the finance group; unknown where null
/// @param philosophy the mark; unknown where null
record Health(@Nullable Double payment, @Nullable Double philosophy) {
    static final Health UNKNOWN = new Health(null, null);

    /// By account.
    static Map<Long, Health> of(List<Score> scores) {
        Map<Long, Health> health = HashMap.newHashMap(scores.size());
        scores.forEach(score -> health.put(score.account(), of(score)));
        return health;
    }

    private static Health of(Score score) {
        return new Health(known(score.group(CriterionGroup.FINANCE)), known(score.figure("philosophy")));
    }

    private static @Nullable Double known(OptionalDouble figure) {
        return figure.isPresent() ? figure.getAsDouble() : null;
    }
}
