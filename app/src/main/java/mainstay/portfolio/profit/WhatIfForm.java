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

    String written(Slider slider, Starts starts) {
        String asked = switch (slider) {
            case POINTS -> points;
            case DISCOUNT -> discount;
            case MARGIN -> margin;
            case RETENTION -> retention;
        };
        return asked == null || asked.isBlank() ? slider.start(starts) : asked.strip();
    }

    /// The same question at an address, in what is not as usual.
    Address at(String path, Starts starts) {
        Address address = new SegmentForm(by, view).at(path);
        for (Slider slider : Slider.values()) {
            String asked = written(slider, starts);
            address = asked.equals(slider.start(starts)) ? address : address.with(slider.code(), asked);
        }
        return address;
    }
}
