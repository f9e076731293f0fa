package mainstay.analytics.btyd;

import mainstay.analytics.numeric.Incomplete;

/// The standard normal distribution.
final class Normal {

    private static volatile Known known = new Known(0, 0);

    /// The level that was asked for last: a run asks for the same one a million times.
    private record Known(double level, double quantile) {}

    private Normal() {}

    /// The z for which a standard normal value lies between −z and z with the given probability.
    static double quantile(double level) {
        checkLevel(level);
        var last = known;
        if (last.level != level) {
            last = new Known(level, search(level));
            known = last;
        }
        return last.quantile;
    }

    private static double search(double level) {
        var low = 0.0;
        var high = 40.0;
        for (var i = 0; i < 80; i++) {
            var middle = (low + high) / 2;
            if (Incomplete.gammaUpper(0.5, middle * middle / 2) > 1 - level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    static void checkLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("confidence " + level + " is not between 0 and 1");
        }
    }
}
