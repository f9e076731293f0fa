package mainstay.analytics.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Customers that a measure did not reach, of whom those most like a customer are found.
///
/// Like each other are customers with a similar size (the mean m before the measure), a similar trend (the slope
/// before it) and a similar unrest (the deviation from that slope). On a relative scale these are ln m, slope/m
/// and ln(1 + unrest/m), on the absolute one the figures themselves. Each is divided by its spread over all
/// customers (interquartile range / 1.349), and the sum of squared differences is the distance. Only months
/// before the measure are looked at: matching cannot know what came out.
public final class Comparables {

    private static final int MARKS = 3;
    private static final double NORMAL_QUARTILES = 1.3489795003921634;

    private final Scale scale;
    private final List<Months> customers;
    private final double[] spreads;
    /// Three marks of each customer in turn, divided by their spreads.
    private final double[] places;

    private Comparables(Scale scale, List<Months> customers) {
        this.scale = scale;
        this.customers = customers;
        var marks = customers.stream().map(each -> marks(each, scale)).toArray(double[][]::new);
        this.spreads = new double[] {spread(marks, 0), spread(marks, 1), spread(marks, 2)};
        this.places = new double[MARKS * marks.length];
        for (var i = 0; i < marks.length; i++) {
            System.arraycopy(placed(marks[i]), 0, places, MARKS * i, MARKS);
        }
    }

    /// Customers to choose from.
    ///
    /// Left out are those that lack a month of the window (on the absolute scale: half of them), have fewer known
    /// months before it than needed or, on a relative scale, a mean of 0 or less.
    ///
    /// @param customers all over the same months
    /// @param fewestBefore how many months before the measure have to be known, 2 or more
    /// @throws IllegalArgumentException if fewer than two months are asked for
    public static Comparables of(List<Months> customers, Scale scale, int fewestBefore) {
        if (fewestBefore < 2) {
            throw new IllegalArgumentException("a trend needs two months, not " + fewestBefore);
        }
        return new Comparables(
                scale,
                customers.stream()
                        .filter(each -> each.knownBefore() >= fewestBefore
                                && each.knownAfter() >= scale.fewestAfter(each.monthsAfter())
                                && (scale == Scale.ABSOLUTE || each.meanBefore() > 0))
                        .toList());
    }

    /// The number of customers to choose from.
    public int size() {
        return customers.size();
    }

    /// How figures are made comparable.
    public Scale scale() {
        return scale;
    }

    private static double[] marks(Months months, Scale scale) {
        var mean = months.meanBefore();
        return scale == Scale.ABSOLUTE
                ? new double[] {mean, months.slope(), months.unrest()}
                : new double[] {Math.log(mean), months.slope() / mean, Math.log1p(months.unrest() / mean)};
    }

    private static double spread(double[][] marks, int mark) {
        var values =
                Arrays.stream(marks).mapToDouble(each -> each[mark]).sorted().toArray();
        if (values.length == 0) {
            return 0;
        }
        return (values[(values.length - 1) * 3 / 4] - values[(values.length - 1) / 4]) / NORMAL_QUARTILES;
    }

    /// A mark in which all are alike tells nobody apart.
    private double[] placed(double[] marks) {
        var placed = new double[MARKS];
        for (var i = 0; i < MARKS; i++) {
            placed[i] = spreads[i] > 0 ? marks[i] / spreads[i] : 0;
        }
        return placed;
    }

    private double distance(double[] own, int other) {
        var size = own[0] - places[other];
        var trend = own[1] - places[other + 1];
        var unrest = own[2] - places[other + 2];
        return size * size + trend * trend + unrest * unrest;
    }

    /// The customers most like one, nearest first; it is not compared with itself.
    ///
    /// @param most how many at most
    public List<Months> nearest(Months customer, int most) {
        var own = placed(marks(customer, scale));
        var distances = new double[most];
        var found = new int[most];
        var count = 0;
        for (var i = 0; i < customers.size(); i++) {
            var distance = distance(own, MARKS * i);
            if (customers.get(i) == customer || (count == most && distance >= distances[most - 1])) {
                continue;
            }
            var place = count < most ? count++ : most - 1;
            while (place > 0 && distances[place - 1] > distance) {
                distances[place] = distances[place - 1];
                found[place] = found[place - 1];
                place--;
            }
            distances[place] = distance;
            found[place] = i;
        }
        var nearest = new ArrayList<Months>();
        for (var i = 0; i < count; i++) {
            nearest.add(customers.get(found[i]));
        }
        return List.copyOf(nearest);
    }
}
