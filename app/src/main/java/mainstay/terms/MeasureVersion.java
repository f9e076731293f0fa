package mainstay.terms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The measures of all tiers at one time, as they are written in the form.
public record MeasureVersion(int version, String author, Instant publishedAt, List<TierForm> tiers) {

    /// A field that differs from the version before; empty texts are not set.
    public record Change(int stars, TierField field, String before, String after) {}

    public List<Change> since(MeasureVersion before) {
        List<Change> changes = new ArrayList<>();
        for (TierForm tier : tiers) {
            for (TierField field : TierField.values()) {
                String was = before.tier(tier.stars()).text(field);
                if (!was.equals(tier.text(field))) {
                    changes.add(new Change(tier.stars(), field, was, tier.text(field)));
                }
            }
        }
        return changes;
    }

    public TierForm tier(int stars) {
        return tiers.stream()
                .filter(tier -> tier.stars() == stars)
                .findFirst()
                .orElseGet(() -> TierForm.of(stars, new EnumMap<>(Map.of(TierField.LIMIT_RULE, "unset"))));
    }
}
