package mainstay.terms;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// The measures of one tier as they are written in the form, and why some cannot be taken.
public record TierForm(int stars, Map<TierField, String> written, Map<TierField, Text> refusals) {

    static TierForm of(int stars, Map<TierField, String> written) {
        Map<TierField, Text> refusals = new EnumMap<>(TierField.class);
        written.forEach((field, text) -> {
            Unit unit = field.unit();
            if (unit != null && !text.isBlank() && !takes(unit, text)) {
                refusals.put(field, refusal(unit));
            }
        });
        LimitRule rule = LimitRule.of(text(written, TierField.LIMIT_RULE)).orElse(null);
        if (rule == null) {
            refusals.put(TierField.LIMIT_RULE, Text.of("terms.wrong.choice"));
        } else if (rule == LimitRule.FIXED
                && text(written, TierField.LIMIT_AMOUNT).isBlank()) {
            refusals.put(TierField.LIMIT_AMOUNT, Text.of("terms.wrong.noAmount"));
        } else if (rule.hasFactor() && text(written, TierField.LIMIT_FACTOR).isBlank()) {
            refusals.put(TierField.LIMIT_FACTOR, Text.of("terms.wrong.noFactor"));
        }
        return new TierForm(stars, written, refusals);
    }

    static Text refusal(Unit unit) {
        return switch (unit) {
            case LEVEL -> Text.of("terms.wrong.choice");
            case NAME -> Text.of("terms.wrong.name");
            case DAYS, MONEY, SHARE, HOURS, FACTOR -> Text.of("terms.wrong.number", unit.greatest(), unit.decimals());
        };
    }

    private static boolean takes(Unit unit, String text) {
        return unit.isNumber() ? unit.number(text).isPresent() : unit.word(text).isPresent();
    }

    public String text(TierField field) {
        return text(written, field);
    }

    boolean givesLimit() {
        return LimitRule.of(text(TierField.LIMIT_RULE))
                .filter(rule -> rule != LimitRule.UNSET)
                .isPresent();
    }

    public @Nullable Text refusal(TierField field) {
        return refusals.get(field);
    }

    /// Name of a field in the whole form.
    public String name(TierField field) {
        return "s" + stars + "-" + field.code();
    }

    public boolean isRefused() {
        return !refusals.isEmpty();
    }

    private static String text(Map<TierField, String> written, TierField field) {
        return Objects.requireNonNullElse(written.get(field), "");
    }
}
