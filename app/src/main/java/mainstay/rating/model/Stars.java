package mainstay.rating.model;

import org.jspecify.annotations.Nullable;

/// The stars an account bears, beside those that its score alone would give.
///
/// @param shown after hysteresis
/// @param computed from score and gates alone
/// @param hollow rated on too little of the weight
public record Stars(int shown, int computed, boolean hollow) {

    /// An account moves when its score is past the border by the model's margin, when a gate decides,
    /// or when the last rating had already pointed the same way.
    public static Stars of(RatingModel model, Score score, @Nullable Stars before) {
        int computed = model.stars(score);
        boolean hollow = score.coverage() < model.minimumCoverage() || score.lacksNeeded();
        if (before == null || computed == before.shown || pointedTheSameWay(before, computed)) {
            return new Stars(computed, computed, hollow);
        }
        boolean up = computed > before.shown;
        int cautious = model.stars(score, up ? -model.hysteresis() : model.hysteresis());
        int shown = up ? Math.max(cautious, before.shown) : Math.min(cautious, before.shown);
        return new Stars(shown, computed, hollow);
    }

    /// A move that hysteresis holds back.
    public boolean heldBack() {
        return shown != computed;
    }

    private static boolean pointedTheSameWay(Stars before, int computed) {
        return Integer.signum(before.computed - before.shown) == Integer.signum(computed - before.shown);
    }
}
