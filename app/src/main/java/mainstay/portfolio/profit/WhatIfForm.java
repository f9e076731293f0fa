package mainstay.portfolio.profit;

import mainstay.portfolio.period.Address;
import org.jspecify.annotations.Nullable;

/// What somebody asks of the retention what-if, as written.
///
/// @param by how accounts are parted
record WhatIfForm(
        @Nullable String points,
        @Nullable String discount,
        @Nullable String margin,
        @Nullable String retention,
        @Nullable String by,
        @Nullable Long view) {

    /// @param usual the firm's discount rate, as a fraction
    String written(Slider slider, double usual) {
        String asked = switch (slider) {
            case POINTS -> points;
            case DISCOUNT -> discount;
            case MARGIN -> margin;
            case RETENTION -> retention;
        };
        return asked == null || asked.isBlank() ? slider.start(usual) : asked.strip();
    }

    /// The same question at an address, in what is not as usual.
    Address at(String path, double usual) {
        Address address = new SegmentForm(by, view).at(path);
        for (Slider slider : Slider.values()) {
            String asked = written(slider, usual);
            address = asked.equals(slider.start(usual)) ? address : address.with(slider.code(), asked);
        }
        return address;
    }
}
