package mainstay.portfolio.profit;

import mainstay.portfolio.period.Address;
import org.jspecify.annotations.Nullable;

/// Which segments an address asks for.
///
/// @param by   code of a segmentation
/// @param view number of a saved view, which goes before
record SegmentForm(@Nullable String by, @Nullable Long view) {

    Address at(String path) {
        return Address.of(path).with("by", view == null ? by : null).with("view", view);
    }
}
