package mainstay.analytics.numeric;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Eigenvalues of a symmetric matrix in ascending order and the vector of unit length that belongs to each.
@SuppressWarnings("ArrayRecordComponent")
public record Eigen(double[] values, double[][] vectors) {

    static Eigen ascending(double[][] diagonal, double[][] columns) {
        var order = IntStream.range(0, diagonal.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> diagonal[i][i]))
                .toList();
        var values = new double[diagonal.length];
        var vectors = new double[diagonal.length][diagonal.length];
        for (var i = 0; i < values.length; i++) {
            int from = order.get(i);
            values[i] = diagonal[from][from];
            for (var k = 0; k < values.length; k++) {
                vectors[i][k] = columns[k][from];
            }
        }
        return new Eigen(values, vectors);
    }

    /// The inverse of the matrix, every eigenvalue being above 0.
    public double[][] inverse() {
        var n = values.length;
        var inverse = new double[n][n];
        for (var i = 0; i < n; i++) {
            for (var j = 0; j < n; j++) {
                for (var k = 0; k < n; k++) {
                    inverse[i][j] += vectors[k][i] * vectors[k][j] / values[k];
                }
            }
        }
        return inverse;
    }
}
