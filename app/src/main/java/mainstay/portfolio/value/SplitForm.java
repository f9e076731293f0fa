package mainstay.portfolio.value;

import mainstay.portfolio.period.Address;
import org.jspecify.annotations.Nullable;

/// Which split of the value an address asks for.
///
/// @param by   key of a cut
/// @param view number of a saved view, which goes before
record SplitForm(@Nullable String by, @Nullable Long view) {

    Address at(String path) {
        return Address.of(path).with("by", view == null ? by : null).with("view", view);
    }
}
