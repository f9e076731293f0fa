package mainstay.analytics.numeric;

/// The little linear algebra that models of two to five parameters need.
public final class Matrix {

    private Matrix() {}

    /// A matrix with ones on its diagonal.
    public static double[][] identity(int size) {
        var unit = new double[size][size];
        for (var i = 0; i < size; i++) {
            unit[i][i] = 1;
        }
        return unit;
    }

    /// The product of a matrix and a vector.
    public static double[] times(double[][] matrix, double[] vector) {
        var product = new double[matrix.length];
        for (var i = 0; i < matrix.length; i++) {
            product[i] = dot(matrix[i], vector);
        }
        return product;
    }

    /// The scalar product.
    public static double dot(double[] one, double[] other) {
        var sum = 0.0;
        for (var i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /// gᵀ M g, the variance of a quantity with gradient g under the covariance M.
    public static double quadratic(double[][] matrix, double[] vector) {
        return dot(vector, times(matrix, vector));
    }

    /// The eigenvalues of a symmetric matrix in ascending order with their vectors, by Jacobi's rotations.
    public static Eigen eigen(double[][] symmetric) {
        var n = symmetric.length;
        var a = copy(symmetric);
        var v = identity(n);
        for (var sweep = 0; sweep < 60; sweep++) {
            for (var p = 0; p < n; p++) {
                for (var q = p + 1; q < n; q++) {
                    rotate(a, v, p, q);
                }
            }
        }
        return Eigen.ascending(a, v);
    }

    /// A copy that may be changed.
    public static double[][] copy(double[][] matrix) {
        var copy = new double[matrix.length][];
        for (var i = 0; i < matrix.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }

    private static void rotate(double[][] a, double[][] v, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        var theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        var t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        var c = 1 / Math.hypot(t, 1);
        var s = t * c;
        for (var k = 0; k < a.length; k++) {
            var kp = a[k][p];
            var kq = a[k][q];
            a[k][p] = c * kp - s * kq;
            a[k][q] = s * kp + c * kq;
        }
        for (var k = 0; k < a.length; k++) {
            var pk = a[p][k];
            var qk = a[q][k];
            a[p][k] = c * pk - s * qk;
            a[q][k] = s * pk + c * qk;
            var vp = v[k][p];
            var vq = v[k][q];
            v[k][p] = c * vp - s * vq;
            v[k][q] = s * vp + c * vq;
        }
    }
}
