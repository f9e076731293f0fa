package mainstay.analytics.btyd;

import java.util.List;
import java.util.function.Function;
import mainstay.analytics.btyd.Boundary.Limit;
import mainstay.analytics.btyd.Boundary.Meaning;
import mainstay.analytics.numeric.Objective;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.TimeUnit;

/// The models of this package as families for the search.
final class Families {

    static final int NBD_SIZE = 2;

    static final Family<Nbd, GroupedSummaries> NBD = new Rates<>(Nbd.NAMES) {
        @Override
        public Objective objective(GroupedSummaries data, double scale) {
            return new NbdLikelihood(data, scale);
        }

        @Override
        Nbd model(double[] p, TimeUnit unit) {
            return new Nbd(p[0], p[1], unit);
        }
    };

    static final Family<BgNbd, GroupedSummaries> BG_NBD = new Rates<>(BgNbd.NAMES) {
        @Override
        public Objective objective(GroupedSummaries data, double scale) {
            return new GeometricLikelihood(data, scale, 0);
        }

        @Override
        BgNbd model(double[] p, TimeUnit unit) {
            return new BgNbd(p[0], p[1], p[2], p[3], unit);
        }
    };

    static final Family<MbgNbd, GroupedSummaries> MBG_NBD = new Rates<>(MbgNbd.NAMES) {
        @Override
        public Objective objective(GroupedSummaries data, double scale) {
            return new GeometricLikelihood(data, scale, 1);
        }

        @Override
        MbgNbd model(double[] p, TimeUnit unit) {
            return new MbgNbd(p[0], p[1], p[2], p[3], unit);
        }
    };

    static final Family<ParetoNbd, GroupedSummaries> PARETO_NBD = new Rates<>(ParetoNbd.NAMES) {
        @Override
        public Objective objective(GroupedSummaries data, double scale) {
            return new ParetoLikelihood(data, scale);
        }

        @Override
        ParetoNbd model(double[] p, TimeUnit unit) {
            return new ParetoNbd(p[0], p[1], p[2], p[3], unit);
        }

        @Override
        public boolean isScaled(int parameter) {
            return parameter == 1 || parameter == 3;
        }

        @Override
        double[] dropOut(double guess) {
            return new double[] {guess, guess};
        }
    };

    private Families() {}

    /// Models that begin with the gamma rates r and α.
    private abstract static class Rates<M> implements Family<M, GroupedSummaries> {

        private final String[] names;

        Rates(String[] names) {
            this.names = names;
        }

        abstract M model(double[] parameters, TimeUnit unit);

        double[] dropOut(double guess) {
            return new double[] {guess, 3 * guess};
        }

        @Override
        public String[] names() {
            return names;
        }

        @Override
        public boolean isScaled(int parameter) {
            return parameter == 1;
        }

        @Override
        public Function<double[], M> model(GroupedSummaries data) {
            return parameters -> model(parameters, data.unit());
        }

        /// Rates of the right mean, few and many differences between customers, little and much drop-out.
        @Override
        public List<double[]> starts(GroupedSummaries data, double scale) {
            var rate = data.totalRepeatPurchases() / (data.totalAge() / scale);
            return List.of(start(0.5, rate, 0.7), start(2, rate, 0.2), start(0.7, 3 * rate, 2));
        }

        private double[] start(double r, double rate, double guess) {
            if (names.length == NBD_SIZE) {
                return new double[] {r, r / rate};
            }
            var dropOut = dropOut(guess);
            return new double[] {r, r / rate, dropOut[0], dropOut[1]};
        }

        @Override
        public Boundary boundary(int parameter, double[] at) {
            var toInfinity = at[parameter] > 0;
            var limit = toInfinity ? Limit.INFINITY : Limit.ZERO;
            if (parameter < NBD_SIZE) {
                return new Boundary(names[parameter], limit, toInfinity ? Meaning.EQUAL_RATES : Meaning.EXTREME_RATES);
            }
            return new Boundary(
                    names[parameter], limit, toInfinity ? Meaning.EQUAL_DROP_OUT : Meaning.ALL_OR_NOTHING_DROP_OUT);
        }
    }
}
