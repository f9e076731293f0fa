package mainstay.rating.model;

import org.jspecify.annotations.Nullable;

/// The stars an account bears, beside those that its score alone would give.
///
/// @param shown    after hysteresis, and not above the ceiling
/// @param computed from score and gates alone
/// @param hollow   rated on too little of the weight
/// @param ceiling  what they may not rise above by what nobody tells any more
public record Stars(int shown, int computed, boolean hollow, Ceiling ceiling) {

    public Stars(int shown, int computed, boolean hollow) {
        this(shown, computed, hollow, Ceiling.NONE);
    }

    /// An account moves when its score is past the border by the model's margin, when a gate decides,
    /// or when the last rating had already pointed the same way.
    public static Stars of(RatingModel model, Score score, @Nullable Stars before) {
        int computed = model.stars(score);
        boolean hollow = score.coverage() < model.minimumCoverage() || score.lacksNeeded();
        Ceiling ceiling = Ceiling.of(score, before);
        return new Stars(ceiling.hold(settled(model, score, computed, before)), computed, hollow, ceiling);
    }

    private static int settled(RatingModel model, Score score, int computed, @Nullable Stars before) {
        if (before == null || computed == before.shown || pointedTheSameWay(before, computed)) {
            return computed;
        }
        boolean up = computed > before.shown;
        int cautious = model.stars(score, up ? -model.hysteresis() : model.hysteresis());
        return up ? Math.max(cautious, before.shown) : Math.min(cautious, before.shown);
    }

    /// A move that hysteresis holds back.
    public boolean heldBack() {
        return shown != computed;
    }

    private static boolean pointedTheSameWay(Stars before, int computed) {
        return Integer.signum(before.computed - before.shown) == Integer.signum(computed - before.shown);
    }
}
