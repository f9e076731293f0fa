package mainstay.rating.model;

import org.jspecify.annotations.Nullable;

/// One thing an account is rated on.
///
/// @param code   name of the measured figure or assessment, such as `onTime`
/// @param weight share of the whole model, in points of 100
/// @param needed while it is unknown the stars are hollow, however much else is known
/// @param name   in the firm's own words; null where the product has a name for it
public record Criterion(
        String code,
        CriterionGroup group,
        double weight,
        Scale scale,
        Unit unit,
        boolean needed,
        @Nullable String name) {
    public Criterion {
        if (!(weight > 0 && weight <= 100)) {
            throw new IllegalArgumentException("weight of " + code + " must lie above 0 and up to 100: " + weight);
        }
    }

    /// One that the product names, and that may be unknown.
    public Criterion(String code, CriterionGroup group, double weight, Scale scale, Unit unit) {
        this(code, group, weight, scale, unit, false, null);
    }

    /// An assessment is a mark a person gives; everything else is measured.
    public boolean assessed() {
        return unit == Unit.MARK;
    }
}
