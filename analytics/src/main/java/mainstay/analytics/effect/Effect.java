package mainstay.analytics.effect;

/// What can be said about a measure. That no effect is visible is a result, not a failure to have one.
public sealed interface Effect {

    /// The whole interval lies above 0.
    record Up(Estimate estimate) implements Effect {}

    /// The whole interval lies below 0.
    record Down(Estimate estimate) implements Effect {}

    /// The interval holds 0: what was seen happens without a measure, too.
    record NotVisible(Estimate estimate) implements Effect {}

    /// Nothing can be said.
    ///
    /// @param lack what there is too little of
    /// @param found how much of it there is
    /// @param needed how much there has to be
    record NotEnoughData(Lack lack, int found, int needed) implements Effect {}

    /// What there can be too little of.
    enum Lack {
        /// months before the measure
        MONTHS_BEFORE,
        /// months of the window
        MONTHS_AFTER,
        /// a mean above 0 before the measure, without which nothing can be relative to it
        LEVEL_BEFORE,
        /// comparable customers
        COMPARABLES
    }

    /// The verdict on an estimate.
    static Effect of(Estimate estimate) {
        if (estimate.low() > 0) {
            return new Up(estimate);
        }
        return estimate.high() < 0 ? new Down(estimate) : new NotVisible(estimate);
    }
}
