package mainstay.analytics.numeric;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Sums over many rows on all cores, the same to the last bit however many cores there are.
public final class Chunks {

    private static final int ROWS = 8192;

    private Chunks() {}

    /// Adds what a range of rows contributes.
    @FunctionalInterface
    public interface Part {
        /// Adds the rows `from` (included) to `to` (excluded) to the sums.
        void add(int from, int to, double[] sums);
    }

    /// Does something with a range of rows.
    @FunctionalInterface
    public interface Work {
        /// Works on the rows `from` (included) to `to` (excluded).
        void on(int from, int to);
    }

    /// The sums over all rows, cut into chunks of one size that are added in order.
    ///
    /// @param rows number of rows
    /// @param width number of sums
    public static double[] sum(int rows, int width, Part part) {
        var chunks = Math.ceilDiv(rows, ROWS);
        var parts = new double[chunks][width];
        each(chunks, i -> part.add(i * ROWS, Math.min(rows, (i + 1) * ROWS), parts[i]));
        var sums = new double[width];
        for (var chunk : parts) {
            add(sums, chunk);
        }
        return sums;
    }

    /// Works on all rows in chunks.
    public static void work(int rows, Work work) {
        each(Math.ceilDiv(rows, ROWS), i -> work.on(i * ROWS, Math.min(rows, (i + 1) * ROWS)));
    }

    /// Adds a vector to another one.
    public static void add(double[] sums, double[] more) {
        for (var i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }

    private static void each(int chunks, IntConsumer work) {
        if (chunks < 2) {
            IntStream.range(0, chunks).forEach(work);
        } else {
            IntStream.range(0, chunks).parallel().forEach(work);
        }
    }
}
