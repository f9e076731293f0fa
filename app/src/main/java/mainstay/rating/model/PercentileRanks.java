package mainstay.rating.model;

import java.util.Arrays;

/// Places of figures among all known ones, as points: (lower + half of the other equal ones) / (n - 1) x 100.
/// The lowest has 0, the highest 100, equal figures share the mean of their places.
final class PercentileRanks {
    private final double[] sorted;

    PercentileRanks(double[] known) {
        sorted = known.clone();
        Arrays.sort(sorted);
    }

    boolean comparable() {
        return sorted.length > 1;
    }

    double points(double figure) {
        int lower = firstAt(figure, false);
        int equal = firstAt(figure, true) - lower;
        return 100 * (lower + (equal - 1) / 2.0) / (sorted.length - 1);
    }

    /// Index of the first figure that is not below the given one, or is above it.
    private int firstAt(double figure, boolean above) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean before = above ? sorted[middle] <= figure : sorted[middle] < figure;
            if (before) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
