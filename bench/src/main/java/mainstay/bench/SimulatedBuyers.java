package mainstay.bench;

import java.util.Arrays;
import java.util.Random;

/// Customers who behave as BG/NBD and Gamma-Gamma say, observed by the day: r 0.25, alpha 30 days, a 0.8, b 2.5;
/// p 6.25, q 3.74, v 15.44; T uniform over 1 to 730 whole days. Purchases of one day are one.
@SuppressWarnings("ArrayRecordComponent")
record SimulatedBuyers(int[] repeats, int[] last, int[] age, int[] payers, double[] means) {

    private static final int LONGEST = 730;

    static SimulatedBuyers of(int customers, long seed) {
        Random random = new Random(seed);
        int[] repeats = new int[customers];
        int[] last = new int[customers];
        int[] age = new int[customers];
        int[] payers = new int[customers];
        double[] means = new double[customers];
        int paying = 0;
        for (int i = 0; i < customers; i++) {
            age[i] = 1 + random.nextInt(LONGEST);
            double rate = gamma(random, 0.25) / 30;
            double one = gamma(random, 0.8);
            double leaving = one / (one + gamma(random, 2.5));
            double now = 0;
            boolean alive = true;
            while (alive) {
                now -= Math.log1p(-random.nextDouble()) / rate;
                if (now > age[i]) {
                    break;
                }
                int day = (int) Math.ceil(now);
                repeats[i] += day > last[i] ? 1 : 0;
                last[i] = day;
                alive = random.nextDouble() >= leaving;
            }
            if (repeats[i] > 0) {
                double scale = gamma(random, 3.74) / 15.44;
                payers[paying] = repeats[i];
                means[paying++] = gamma(random, 6.25 * repeats[i]) / scale / repeats[i];
            }
        }
        return new SimulatedBuyers(repeats, last, age, Arrays.copyOf(payers, paying), Arrays.copyOf(means, paying));
    }

    /// By G. Marsaglia and W. W. Tsang, "A Simple Method for Generating Gamma Variables", 2000.
    private static double gamma(Random random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double z = random.nextGaussian();
            double v = Math.pow(1 + c * z, 3);
            if (v > 0 && Math.log(random.nextDouble()) < z * z / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
