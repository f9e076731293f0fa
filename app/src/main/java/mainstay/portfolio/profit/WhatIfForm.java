package mainstay.portfolio.profit;

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

    SegmentForm segments() {
        return new SegmentForm(by, view);
    }
}
