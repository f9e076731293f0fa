package mainstay.rating.model;

/// How a figure becomes points from 0 to 100.
public sealed interface Scale {

    /// Points on the straight line between the figure worth nothing and the figure worth everything.
    /// Either end may be the larger one: few days late are better than many.
    record Linear(double zeroAt, double hundredAt) implements Scale {
        public Linear {
            if (!Double.isFinite(zeroAt) || !Double.isFinite(hundredAt) || zeroAt == hundredAt) {
                throw new IllegalArgumentException(
                        "a linear scale needs two different finite ends, not " + zeroAt + " and " + hundredAt);
            }
        }

        public double points(double figure) {
            return Math.clamp(100 * (figure - zeroAt) / (hundredAt - zeroAt), 0.0, 100.0);
        }
    }

    /// Points by the place among the peers whose figure is known: lowest 0, highest 100.
    record Rank(Peers peers) implements Scale {}
}
