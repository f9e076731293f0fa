package mainstay.planning.work;

import java.time.Instant;
import mainstay.planning.EffectMetric;
import org.jspecify.annotations.Nullable;

/// What was measured of a piece of work. Figures are means of a month: in whole units of currency, a number of
/// orders, or a fraction.
///
/// @param verdict `up`, `down`, `none` (no effect visible) or `unknown`
/// @param lack    what there was too little of; else null, as all figures are where it is not
public record ItemEffect(
        long itemId,
        String metric,
        String verdict,
        @Nullable String lack,
        @Nullable Integer found,
        @Nullable Integer needed,
        @Nullable Double levelBefore,
        @Nullable Double levelAfter,
        @Nullable Double levelExpected,
        @Nullable Double change,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Integer comparables,
        double confidence,
        Instant measuredAt) {

    public String key() {
        return "effect.verdict." + verdict;
    }

    public String lackKey() {
        return "effect.lack." + lack;
    }

    public String tone() {
        return switch (verdict) {
            case "up" -> "tag-good";
            case "down" -> "tag-bad";
            default -> "tag-muted";
        };
    }

    public boolean isMeasured() {
        return change != null;
    }

    public EffectMetric figure() {
        return EffectMetric.byCode(metric).orElseThrow();
    }

    /// The change as a share of the level before; of a share, the change itself. Null where nothing was measured.
    public @Nullable Double share() {
        return relative(change);
    }

    public @Nullable Double shareLow() {
        return relative(low);
    }

    public @Nullable Double shareHigh() {
        return relative(high);
    }

    private @Nullable Double relative(@Nullable Double value) {
        if (value == null || levelBefore == null) {
            return null;
        }
        return figure().isShare() ? value : Double.valueOf(value / levelBefore);
    }
}
