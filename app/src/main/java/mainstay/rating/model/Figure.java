package mainstay.rating.model;

/// What is known about one criterion of one account. Unknown is not zero.
public sealed interface Figure {

    record Known(double value) implements Figure {
        public Known {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a known figure is a finite number, not " + value);
            }
        }
    }

    record Unknown(UnknownReason reason) implements Figure {}

    static Figure of(double value) {
        return new Known(value);
    }

    static Figure unknown(UnknownReason reason) {
        return new Unknown(reason);
    }
}
