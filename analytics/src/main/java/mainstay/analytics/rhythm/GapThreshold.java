package mainstay.analytics.rhythm;

import java.util.OptionalDouble;

/// A gap length that a customer should not exceed, with the parts it was made of.
///
/// `days` = `ownWeight`·`own` + (1 − `ownWeight`)·`peers`, an unknown part having no weight.
///
/// @param level the quantile level p, a fraction above 0 up to 1
/// @param ownGaps number n of the customer's finished gaps
/// @param own the quantile of the customer's own gaps in days; empty without gaps
/// @param peers the peers' quantile in days; empty without peers
/// @param ownWeight weight w of the own quantile, from 0 to 1
/// @param days the threshold in days
public record GapThreshold(
        double level, int ownGaps, OptionalDouble own, OptionalDouble peers, double ownWeight, double days) {}
