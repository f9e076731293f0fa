package mainstay.analytics.numeric;

/// Finds a minimum inside a box: quasi-Newton steps (BFGS), then Newton's own with differences of the gradient.
///
/// Coordinates at a wall whose gradient points outwards stay there. Source: J. Nocedal and S. J. Wright,
/// Numerical Optimization, 2006, chapters 3, 6 and 16.
public final class Minimiser {

    private static final int STEPS = 500;
    private static final double DIFFERENCE = 1e-4;
    private static final double NEAR = 0.5;

    private final Objective objective;
    private final double[] low;
    private final double[] high;
    private int evaluations;

    /// A search in a box.
    public Minimiser(Objective objective, double[] low, double[] high) {
        this.objective = objective;
        this.low = low.clone();
        this.high = high.clone();
    }

    /// The minimum near a start, found with a guess of the inverse second derivatives.
    ///
    /// @param tolerance the search ends where no derivative is larger than this
    public Minimum from(double[] start, double[][] inverse, double tolerance) {
        var x = inside(start);
        var gradient = new double[x.length];
        var value = evaluate(x, gradient);
        if (!Double.isFinite(value)) {
            return new Minimum(x, Double.POSITIVE_INFINITY, gradient, inverse, evaluations);
        }
        var h = Matrix.copy(inverse);
        for (var step = 0; step < STEPS && largestFree(x, gradient) > tolerance; step++) {
            var direction = direction(x, gradient, h);
            if (Matrix.dot(direction, gradient) >= 0) {
                h = Matrix.identity(x.length);
                direction = direction(x, gradient, h);
            }
            var next = new double[x.length];
            var nextGradient = new double[x.length];
            var nextValue = search(x, value, gradient, direction, next, nextGradient);
            if (!(nextValue < value)) {
                break;
            }
            update(h, x, gradient, next, nextGradient);
            x = next;
            gradient = nextGradient;
            value = nextValue;
        }
        return new Minimum(x, value, gradient, h, evaluations);
    }

    /// Some of Newton's steps from a minimum that is nearly found, and the second derivatives there.
    public Curvature polish(Minimum rough) {
        var found = rough;
        var hessian = hessian(found.at());
        for (var round = 0; round < 4 && largestFree(found.at(), found.gradient()) > 1e-10; round++) {
            var eigen = Matrix.eigen(hessian);
            if (eigen.values()[0] <= 0) {
                break;
            }
            var better = newton(found, eigen.inverse());
            if (!(better.value() <= found.value() + 1e-12)
                    || largestFree(better.at(), better.gradient()) > largestFree(found.at(), found.gradient())) {
                break;
            }
            var moved = distance(found.at(), better.at());
            found = better;
            if (moved < 1e-9) {
                break;
            }
            hessian = moved > 1e-3 ? hessian(found.at()) : hessian;
        }
        return new Curvature(found, hessian);
    }

    /// Whether a coordinate stands at a wall of the box, or so near that only the wall can have stopped it.
    public boolean atWall(double[] x, int coordinate) {
        return x[coordinate] <= low[coordinate] + NEAR || x[coordinate] >= high[coordinate] - NEAR;
    }

    private Minimum newton(Minimum from, double[][] inverse) {
        var step = Matrix.times(inverse, from.gradient());
        var x = from.at().clone();
        for (var i = 0; i < x.length; i++) {
            x[i] -= Math.clamp(step[i], -1, 1);
        }
        x = inside(x);
        var gradient = new double[x.length];
        var value = evaluate(x, gradient);
        return new Minimum(x, value, gradient, inverse, evaluations);
    }

    private double[][] hessian(double[] x) {
        var n = x.length;
        var hessian = new double[n][n];
        var up = new double[n];
        var down = new double[n];
        for (var i = 0; i < n; i++) {
            var moved = x.clone();
            moved[i] = x[i] + DIFFERENCE;
            evaluate(moved, up);
            moved[i] = x[i] - DIFFERENCE;
            evaluate(moved, down);
            for (var j = 0; j < n; j++) {
                var second = (up[j] - down[j]) / (2 * DIFFERENCE);
                hessian[i][j] += second / 2;
                hessian[j][i] += second / 2;
            }
        }
        return hessian;
    }

    private double search(
            double[] x, double value, double[] gradient, double[] direction, double[] next, double[] nextGradient) {
        var slope = Matrix.dot(direction, gradient);
        var length = Math.min(1, 2 / Math.max(1e-300, largest(direction)));
        for (var attempt = 0; attempt < 40; attempt++) {
            for (var i = 0; i < x.length; i++) {
                next[i] = Math.clamp(x[i] + length * direction[i], low[i], high[i]);
            }
            var nextValue = evaluate(next, nextGradient);
            if (nextValue <= value + 1e-4 * length * slope) {
                return nextValue;
            }
            length *= Double.isFinite(nextValue) ? shorter(value, nextValue, slope * length) : 0.1;
        }
        return Double.POSITIVE_INFINITY;
    }

    /// The minimum of the parabola through both values and the slope, between a tenth and a half.
    private static double shorter(double value, double nextValue, double slope) {
        return Math.clamp(-slope / (2 * (nextValue - value - slope)), 0.1, 0.5);
    }

    private static void update(double[][] h, double[] x, double[] gradient, double[] next, double[] nextGradient) {
        var n = x.length;
        var s = new double[n];
        var y = new double[n];
        for (var i = 0; i < n; i++) {
            s[i] = next[i] - x[i];
            y[i] = nextGradient[i] - gradient[i];
        }
        var sy = Matrix.dot(s, y);
        if (sy <= 1e-12 * Math.sqrt(Matrix.dot(s, s) * Matrix.dot(y, y))) {
            return;
        }
        var hy = Matrix.times(h, y);
        var factor = (1 + Matrix.dot(y, hy) / sy) / sy;
        for (var i = 0; i < n; i++) {
            for (var j = 0; j < n; j++) {
                h[i][j] += factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / sy;
            }
        }
    }

    private double[] direction(double[] x, double[] gradient, double[][] h) {
        var free = gradient.clone();
        for (var i = 0; i < x.length; i++) {
            free[i] = held(x, gradient, i) ? 0 : gradient[i];
        }
        var direction = Matrix.times(h, free);
        for (var i = 0; i < x.length; i++) {
            direction[i] = held(x, gradient, i) ? 0 : -direction[i];
        }
        return direction;
    }

    private boolean held(double[] x, double[] gradient, int i) {
        return (x[i] <= low[i] && gradient[i] > 0) || (x[i] >= high[i] && gradient[i] < 0);
    }

    private double largestFree(double[] x, double[] gradient) {
        var largest = 0.0;
        for (var i = 0; i < x.length; i++) {
            largest = held(x, gradient, i) ? largest : Math.max(largest, Math.abs(gradient[i]));
        }
        return largest;
    }

    private static double largest(double[] vector) {
        var largest = 0.0;
        for (var value : vector) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static double distance(double[] one, double[] other) {
        var largest = 0.0;
        for (var i = 0; i < one.length; i++) {
            largest = Math.max(largest, Math.abs(one[i] - other[i]));
        }
        return largest;
    }

    private double[] inside(double[] start) {
        var x = start.clone();
        for (var i = 0; i < x.length; i++) {
            x[i] = Math.clamp(start[i], low[i], high[i]);
        }
        return x;
    }

    private double evaluate(double[] x, double[] gradient) {
        evaluations++;
        var value = objective.at(x, gradient);
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }
}
