package mainstay.analytics.effect;

import java.util.Arrays;

/// The monthly figures of one customer around a measure: some months before it, and those of its window.
///
/// A month without a figure is NaN. Of amounts and counts, a month without sales is 0 and known.
public final class Months {

    private final double[] figures;
    private final int before;
    private final int knownBefore;
    private final int knownAfter;
    private final double meanBefore;
    private final double meanAfter;
    private final double slope;
    private final double unrest;

    private Months(double[] figures, int before) {
        this.figures = figures;
        this.before = before;
        this.knownBefore = known(figures, 0, before);
        this.knownAfter = known(figures, before, figures.length);
        this.meanBefore = mean(figures, 0, before, knownBefore);
        this.meanAfter = mean(figures, before, figures.length, knownAfter);
        this.slope = line();
        this.unrest = aboutTheLine();
    }

    /// The figures of consecutive months.
    ///
    /// @param figures oldest first; NaN where a month has none
    /// @param before how many of them lie before the measure, from 1 to all but one
    /// @throws IllegalArgumentException if there is no month before or none after, or a figure is infinite
    public static Months of(double[] figures, int before) {
        if (before < 1 || before >= figures.length) {
            throw new IllegalArgumentException(before + " of " + figures.length + " months lie before the measure");
        }
        if (Arrays.stream(figures).anyMatch(Double::isInfinite)) {
            throw new IllegalArgumentException("a figure is infinite");
        }
        return new Months(figures.clone(), before);
    }

    private static int known(double[] figures, int from, int to) {
        var known = 0;
        for (var i = from; i < to; i++) {
            known += Double.isNaN(figures[i]) ? 0 : 1;
        }
        return known;
    }

    private static double mean(double[] figures, int from, int to, int known) {
        var sum = 0.0;
        for (var i = from; i < to; i++) {
            sum += Double.isNaN(figures[i]) ? 0 : figures[i];
        }
        return known == 0 ? Double.NaN : sum / known;
    }

    private double centre() {
        var sum = 0.0;
        for (var i = 0; i < before; i++) {
            sum += Double.isNaN(figures[i]) ? 0 : i;
        }
        return sum / knownBefore;
    }

    private double line() {
        var centre = centre();
        var across = 0.0;
        var along = 0.0;
        for (var i = 0; i < before; i++) {
            if (!Double.isNaN(figures[i])) {
                across += (i - centre) * (figures[i] - meanBefore);
                along += (i - centre) * (i - centre);
            }
        }
        return along > 0 ? across / along : 0;
    }

    private double aboutTheLine() {
        if (knownBefore < 3) {
            return 0;
        }
        var centre = centre();
        var squares = 0.0;
        for (var i = 0; i < before; i++) {
            if (!Double.isNaN(figures[i])) {
                var rest = figures[i] - meanBefore - slope * (i - centre);
                squares += rest * rest;
            }
        }
        return Math.sqrt(squares / (knownBefore - 2));
    }

    /// The number of months before the measure, known or not.
    public int monthsBefore() {
        return before;
    }

    /// The number of months of the window, known or not.
    public int monthsAfter() {
        return figures.length - before;
    }

    /// The number of months before the measure that have a figure.
    public int knownBefore() {
        return knownBefore;
    }

    /// The number of months of the window that have a figure.
    public int knownAfter() {
        return knownAfter;
    }

    /// The mean of the months before the measure; NaN where none is known.
    public double meanBefore() {
        return meanBefore;
    }

    /// The mean of the months of the window; NaN where none is known.
    public double meanAfter() {
        return meanAfter;
    }

    /// The change by month of the straight line through the months before the measure (least squares); 0 where
    /// fewer than two are known.
    public double slope() {
        return slope;
    }

    /// The standard deviation of the months before the measure about their straight line, with n − 2 degrees
    /// of freedom; 0 where fewer than three are known.
    public double unrest() {
        return unrest;
    }
}
