package mainstay.portfolio.value;

import mainstay.analytics.value.Discount;

/// How values are computed.
///
/// @param discountRate what money a year later loses, a fraction
/// @param months       how far is looked ahead
/// @param revision     grows with every change
public record ValueSettings(double discountRate, int months, long revision) {

    Discount discount() {
        return Discount.yearly(discountRate);
    }
}
