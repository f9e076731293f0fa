package mainstay.rating.model;

/// One thing an account is rated on.
///
/// @param code name of the measured figure or assessment, such as `onTime`
/// @param weight share of the whole model, in points of 100
public record Criterion(String code, CriterionGroup group, double weight, Scale scale, Unit unit) {
    public Criterion {
        if (!(weight > 0 && weight <= 100)) {
            throw new IllegalArgumentException("weight of " + code + " must lie above 0 and up to 100: " + weight);
        }
    }

    /// An assessment is a mark a person gives; everything else is measured.
    public boolean assessed() {
        return unit == Unit.MARK;
    }
}
