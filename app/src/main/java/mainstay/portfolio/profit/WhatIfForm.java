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

    String written(Slider slider) {
        return slider.written(
                switch (slider) {
                    case POINTS -> points;
                    case DISCOUNT -> discount;
                    case MARGIN -> margin;
                    case RETENTION -> retention;
                });
    }

    /// The same question at an address, in what is not as usual.
    Address at(String path) {
        Address address = new SegmentForm(by, view).at(path);
        for (Slider slider : Slider.values()) {
            String asked = written(slider);
            address = asked.equals(slider.written(null)) ? address : address.with(slider.code(), asked);
        }
        return address;
    }
}
