package mainstay.rating.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What keeps an account from rising by what nobody tells any more: the stars it had when a figure that was known was
/// left out. It ends when the figure is known again, or with the model.
///
/// @param known  criteria with points, as bits in the model's order
/// @param hidden criteria that had points before and have none since their figures were left out, likewise
/// @param stars  the most it may have; null: as many as it earns
public record Ceiling(long known, long hidden, @Nullable Integer stars) {

    public static final Ceiling NONE = new Ceiling(0, 0, null);

    static Ceiling of(Score score, @Nullable Stars before) {
        long known = 0;
        long leftOut = 0;
        List<CriterionScore> parts = score.parts();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).points() != null) {
                known |= 1L << i;
            } else if (isLeftOut(parts.get(i))) {
                leftOut |= 1L << i;
            }
        }
        return before == null ? new Ceiling(known, 0, null) : before.ceiling().after(known, leftOut, before.shown());
    }

    private static boolean isLeftOut(CriterionScore part) {
        return part.figure() instanceof Figure.Unknown unknown
                && unknown.reason().canBeLeftOut();
    }

    private Ceiling after(long knownNow, long leftOut, int shown) {
        long hiddenNow = (known & leftOut) | (hidden & ~knownNow);
        boolean more = (hiddenNow & ~hidden) != 0;
        Integer most = more ? Integer.valueOf(stars == null ? shown : Math.min(stars, shown)) : stars;
        return new Ceiling(knownNow, hiddenNow, hiddenNow == 0 ? null : most);
    }

    int hold(int earned) {
        return stars == null ? earned : Math.min(stars, earned);
    }
}
