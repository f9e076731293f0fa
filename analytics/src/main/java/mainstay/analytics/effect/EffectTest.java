package mainstay.analytics.effect;

import java.util.List;

/// Difference in differences of one customer against comparable ones, named before the measure.
///
/// For each customer the months before and the months of the window are reduced to one difference g, the mean
/// in the window less the mean before (divided by the mean before on a relative scale). Taking means first is
/// what keeps months that hang together from feigning certainty. Through the differences of the comparable
/// customers a straight line over their slopes before the measure is laid: how far a trend lasts is learnt from
/// them and not assumed. What the line says at the customer's own slope is what it would have done without the
/// measure; the difference from it is the effect. The interval is Student's interval for one more customer
/// from the same crowd, so the customer's own chance is in it, and seasons and markets that move all are not.
///
/// An interval from the ranks of placebos (each comparable customer tested as though it were the one) needs no
/// normal distribution, but with 20 customers knows only steps of 1/21; means over months are near enough to
/// normal, which the simulations of the tests show.
///
/// Sources: M. Bertrand, E. Duflo and S. Mullainathan, "How Much Should We Trust Differences-in-Differences
/// Estimates?", Quarterly Journal of Economics 119, 2004 (means before and after); S. G. Donald and K. Lang,
/// "Inference with Difference-in-Differences and Other Panel Data", Review of Economics and Statistics 89, 2007
/// (Student's t over few groups).
///
/// @param level of the interval, above 0 and below 1
/// @param comparables how many customers are compared with at most, 3 or more
/// @param fewestComparables below which nothing is said, from 3 to `comparables`
/// @param fewestBefore known months before the measure below which nothing is said, 3 or more
public record EffectTest(double level, int comparables, int fewestComparables, int fewestBefore) {

    /// An interval of 90 % from the 20 nearest customers; at least 8 of them, and 6 months before the measure.
    public static final EffectTest USUAL = new EffectTest(0.90, 20, 8, 6);

    /// Checks the settings.
    ///
    /// @throws IllegalArgumentException if one is outside its range
    public EffectTest {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
        }
        if (fewestComparables < 3 || comparables < fewestComparables) {
            throw new IllegalArgumentException(fewestComparables + " to " + comparables + " comparable customers");
        }
        if (fewestBefore < 3) {
            throw new IllegalArgumentException("a trend about which months scatter needs 3, not " + fewestBefore);
        }
    }

    /// The customers to choose from for this test.
    ///
    /// @param customers all over the same months
    public Comparables among(List<Months> customers, Scale scale) {
        return Comparables.of(customers, scale, fewestBefore);
    }

    /// Tests a measure.
    ///
    /// @param customer the one that the measure was for
    /// @param others over the same months, without those that the like was done for
    public Effect of(Months customer, Comparables others) {
        if (customer.knownBefore() < fewestBefore) {
            return new Effect.NotEnoughData(Effect.Lack.MONTHS_BEFORE, customer.knownBefore(), fewestBefore);
        }
        var fewestAfter = others.scale().fewestAfter(customer.monthsAfter());
        if (customer.knownAfter() < fewestAfter) {
            return new Effect.NotEnoughData(Effect.Lack.MONTHS_AFTER, customer.knownAfter(), fewestAfter);
        }
        if (others.scale() == Scale.RELATIVE && !(customer.meanBefore() > 0)) {
            return new Effect.NotEnoughData(Effect.Lack.LEVEL_BEFORE, 0, 1);
        }
        var nearest = others.nearest(customer, comparables);
        if (nearest.size() < fewestComparables) {
            return new Effect.NotEnoughData(Effect.Lack.COMPARABLES, nearest.size(), fewestComparables);
        }
        var slopes = nearest.stream()
                .mapToDouble(each -> each.slope() / unit(each, others.scale()))
                .toArray();
        var changes = nearest.stream()
                .mapToDouble(each -> change(each, others.scale()))
                .toArray();
        var unit = unit(customer, others.scale());
        var prediction = Prediction.at(customer.slope() / unit, slopes, changes);
        var own = change(customer, others.scale());
        var reach = prediction.reach(level);
        var difference = own - prediction.value();
        return Effect.of(new Estimate(
                customer.meanBefore(),
                customer.meanAfter(),
                customer.meanAfter() - difference * unit,
                difference * unit,
                (difference - reach) * unit,
                (difference + reach) * unit,
                level,
                prediction.pValue(own),
                nearest.size()));
    }

    private static double unit(Months months, Scale scale) {
        return scale == Scale.RELATIVE ? months.meanBefore() : 1;
    }

    private static double change(Months months, Scale scale) {
        return (months.meanAfter() - months.meanBefore()) / unit(months, scale);
    }
}
