package mainstay.analytics.purchase;

import java.util.Arrays;

/// The distinct values of a column in ascending order, and for each row which of them it holds.
@SuppressWarnings("ArrayRecordComponent")
record Dictionary(double[] values, int[] index) {

    private static final int TABLE = 1 << 22;

    /// The dictionary of whole numbers from 0 on, each divided by a scale.
    static Dictionary of(int[] column, double scale) {
        var largest = Arrays.stream(column).max().orElse(0);
        if (largest >= TABLE) {
            return of(Arrays.stream(column).mapToDouble(value -> value / scale).toArray());
        }
        var ranks = new int[largest + 1];
        for (var value : column) {
            ranks[value] = 1;
        }
        var distinct = new double[Arrays.stream(ranks).sum()];
        var rank = 0;
        for (var value = 0; value <= largest; value++) {
            if (ranks[value] == 1) {
                distinct[rank] = value / scale;
                ranks[value] = rank++;
            }
        }
        var index = new int[column.length];
        for (var i = 0; i < column.length; i++) {
            index[i] = ranks[column[i]];
        }
        return new Dictionary(distinct, index);
    }

    /// The dictionary of numbers that are not NaN.
    static Dictionary of(double[] column) {
        var sorted = column.clone();
        Arrays.parallelSort(sorted);
        var size = 0;
        for (var i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[size++] = sorted[i];
            }
        }
        var distinct = Arrays.copyOf(sorted, size);
        var index = new int[column.length];
        for (var i = 0; i < column.length; i++) {
            index[i] = Arrays.binarySearch(distinct, column[i]);
        }
        return new Dictionary(distinct, index);
    }

    /// How many bits a row's index needs.
    int bits() {
        return Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, values.length - 1));
    }
}
