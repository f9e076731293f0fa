package mainstay.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
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

    /// The points as cells of a table, in percent.
    Stream<List<String>> rows() {
        return lines.stream()
                .flatMap(line -> line.points().stream())
                .map(point -> List.of(cell(point[0]), cell(point[1])));
    }

    private static String cell(double percent) {
        return BigDecimal.valueOf(percent)
                .setScale(4, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
