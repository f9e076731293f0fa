package mainstay.portfolio;

import java.util.List;
import mainstay.analytics.concentration.CurvePoint;

/// A chart of cumulative shares: points from 0,0 on, both axes in percent, words in the reader's language.
record Curve(String kind, String x, String y, List<Line> lines) {

    record Line(String name, List<double[]> points) {

        static Line of(String name, List<CurvePoint> points) {
            return new Line(
                    name,
                    points.stream()
                            .map(point -> new double[] {100 * point.customerShare(), 100 * point.cumulativeShare()})
                            .toList());
        }
    }
}
