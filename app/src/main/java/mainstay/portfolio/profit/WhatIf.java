package mainstay.portfolio.profit;

import java.util.Optional;
import mainstay.analytics.value.ConstantMargin;
import mainstay.analytics.value.RetentionWhatIf;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What fewer defections would bring with the customers of a segment.
///
/// @param points fewer defections that were asked for, as a fraction
/// @param effect null where margin or retention is not known
public record WhatIf(
        Text name,
        int customers,
        @Nullable Double margin,
        @Nullable Double retention,
        double points,
        @Nullable RetentionWhatIf effect) {

    /// @param points   fewer defections, as a fraction
    /// @param discount a year
    /// @param change   of the margin, as a fraction
    record Asked(double points, double discount, double change, Optional<Double> retention) {}

    static WhatIf of(Text name, Loyalty own, Asked asked) {
        Double margin = own.margin() == null ? null : Double.valueOf(own.margin() * (1 + asked.change()));
        Double retention = asked.retention().orElse(own.retention());
        return new WhatIf(
                name,
                own.customers(),
                margin,
                retention,
                asked.points(),
                margin == null || retention == null
                        ? null
                        : RetentionWhatIf.of(
                                new ConstantMargin(margin, retention, asked.discount()),
                                asked.points(),
                                own.customers()));
    }

    /// The points that there are to gain where they are fewer than asked: nobody stays more surely than for certain.
    public @Nullable Double cap() {
        return retention == null || 1 - retention >= points ? null : Double.valueOf((1 - retention) * 100);
    }

    /// The value of all customers as they are, in ten-thousandths.
    public @Nullable Long value() {
        return effect == null ? null : money(effect.now().value() * customers);
    }

    public @Nullable Long gain() {
        return effect == null ? null : money(effect.gain());
    }

    public @Nullable Double relative() {
        return effect == null || effect.relativeGain().isEmpty()
                ? null
                : Double.valueOf(effect.relativeGain().getAsDouble());
    }

    public @Nullable Double kept() {
        return effect == null ? null : effect.keptPerPeriod();
    }

    public @Nullable Long each() {
        return margin == null ? null : money(margin);
    }

    private static long money(double amount) {
        return Math.round(amount * 10_000);
    }
}
