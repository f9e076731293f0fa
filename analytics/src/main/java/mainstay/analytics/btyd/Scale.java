package mainstay.analytics.btyd;

/// The scale on which an estimate is taken to be normal, so that its interval stays where the quantity can be.
public enum Scale {
    /// As it is: any number.
    PLAIN {
        @Override
        double forward(double value) {
            return value;
        }

        @Override
        double back(double scaled) {
            return scaled;
        }
    },
    /// Its logarithm: numbers above 0.
    LOG {
        @Override
        double forward(double value) {
            return Math.log(value);
        }

        @Override
        double back(double scaled) {
            return Math.exp(scaled);
        }
    },
    /// The logarithm of its odds: probabilities.
    LOGIT {
        @Override
        double forward(double value) {
            return Math.log(value) - Math.log1p(-value);
        }

        @Override
        double back(double scaled) {
            return Logistic.of(scaled);
        }
    };

    abstract double forward(double value);

    abstract double back(double scaled);
}
