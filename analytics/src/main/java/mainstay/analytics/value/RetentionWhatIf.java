package mainstay.analytics.value;

import java.util.OptionalDouble;

/// What it would bring if more customers stayed.
///
/// The effect follows from the firm's own margins and retention. F. F. Reichheld and W. E. Sasser, "Zero
/// Defections", Harvard Business Review, 1990, report 25 % to 85 % more profit for five points fewer
/// defections; a constant margin gives much less (20 % at a retention of 0.60, 41 % at 0.90, both at a
/// discount rate of 0.10), and their chart has been called too good to be true. Show the published range
/// beside the firm's own figure, never in its place.
///
/// @param now the customers as they are
/// @param then the same with changed retention
/// @param customers how many there are, 0 or more
public record RetentionWhatIf(ConstantMargin now, ConstantMargin then, double customers) {

    /// The lower end of the published range of effects of five points, as a fraction.
    public static final double PUBLISHED_LOW = 0.25;

    /// Its upper end.
    public static final double PUBLISHED_HIGH = 0.85;

    /// The effect of a change in retention.
    ///
    /// @param points a fraction: 0.05 for five points fewer defections
    /// @param customers how many customers there are
    /// @throws IllegalArgumentException if customers are below 0
    public static RetentionWhatIf of(ConstantMargin now, double points, double customers) {
        if (!(customers >= 0)) {
            throw new IllegalArgumentException("customers " + customers + " are below 0");
        }
        return new RetentionWhatIf(now, now.withRetentionChangedBy(points), customers);
    }

    /// The change of the value of all customers, in money.
    public double gain() {
        return customers * (then.value() - now.value());
    }

    /// The relative change of the value of a customer, a fraction; empty where it is worth nothing now.
    public OptionalDouble relativeGain() {
        return now.value() == 0 ? OptionalDouble.empty() : OptionalDouble.of(then.value() / now.value() - 1);
    }

    /// Customers kept per period who would have left.
    public double keptPerPeriod() {
        return customers * (then.retention() - now.retention());
    }
}
