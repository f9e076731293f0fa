package mainstay.workbench.quality;

import mainstay.shared.web.Text;
import mainstay.workbench.quality.SalesGaps.Place;
import org.jspecify.annotations.Nullable;

/// Words for parts and names.
final class Shares {

    private Shares() {}

    static @Nullable Double of(long part, long whole) {
        return whole <= 0 ? null : (double) part / whole;
    }

    static Text named(@Nullable String name) {
        return name == null || name.isEmpty() ? Text.of("business.unnamed") : Text.of("door.text", name);
    }

    static long money(Place place) {
        return place.money() == null ? 0 : place.money();
    }
}
