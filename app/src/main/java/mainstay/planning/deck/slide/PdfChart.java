package mainstay.planning.deck.slide;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import mainstay.planning.deck.slide.Block.Chart;
import mainstay.planning.deck.slide.Block.Series;
import org.jspecify.annotations.Nullable;

/// A chart drawn as lines, for paper.
final class PdfChart {

    private static final double TEXT = 10;
    private static final double LINE = TEXT * Type.LEADING;
    private static final double AXIS = 44;
    private static final double GROUP = 0.68;
    private static final double SWATCH = 9;
    private static final int FEW = 8;
    private static final double DOT = 5;

    private final PdfCanvas canvas;
    private final Letters letters;

    PdfChart(PdfCanvas canvas, Letters letters) {
        this.canvas = canvas;
        this.letters = letters;
    }

    void draw(Chart chart, Area area) {
        legend(chart, area);
        Area plot = new Area(area.x() + AXIS, area.y() + LINE + 8, area.width() - AXIS, area.height() - 2 * LINE - 14);
        ChartScale scale = ChartScale.of(chart);
        grid(plot, scale);
        categories(chart.categories(), plot);
        if (chart.kind() == Chart.Kind.COLUMNS) {
            columns(chart, plot, scale);
        } else {
            chart.series().forEach(series -> curve(series, plot, scale));
        }
        double nought = y(plot, scale, Math.clamp(0, scale.least(), scale.greatest()));
        canvas.line(plot.x(), nought, plot.right(), nought, Tone.QUIET, 0.75, false);
    }

    private void legend(Chart chart, Area area) {
        double x = area.x();
        if (chart.series().size() > 1) {
            for (Series series : chart.series()) {
                String name = Printable.line(series.name());
                if (series.dashed()) {
                    canvas.line(x, area.y() + LINE / 2, x + 2 * SWATCH, area.y() + LINE / 2, series.tone(), 2, true);
                } else {
                    canvas.box(new Area(x, area.y() + (LINE - SWATCH) / 2, SWATCH, SWATCH), series.tone());
                }
                x += (series.dashed() ? 2 * SWATCH : SWATCH) + 5;
                write(name, x, area.y(), Tone.QUIET, Align.LEFT);
                x += letters.width(name, TEXT, false) + 16;
            }
        }
    }

    private void write(String text, double x, double top, Tone tone, Align align) {
        canvas.write(text, x, top + TEXT * 0.96, TEXT, false, tone, align);
    }

    private void grid(Area plot, ChartScale scale) {
        for (double tick : scale.ticks()) {
            double y = y(plot, scale, tick);
            canvas.line(plot.x(), y, plot.right(), y, Tone.LINE, 0.5, false);
            write(number(tick, scale.decimals()), plot.x() - 6, y - LINE / 2, Tone.QUIET, Align.RIGHT);
        }
    }

    private static double y(Area plot, ChartScale scale, double value) {
        return plot.bottom() - scale.place(value) * plot.height();
    }

    /// As many names as stand side by side.
    private void categories(List<String> names, Area plot) {
        double wide = names.stream()
                .mapToDouble(name -> letters.width(Printable.line(name), TEXT, false))
                .max()
                .orElse(1);
        double each = plot.width() / names.size();
        int every = Math.max(1, (int) Math.ceil((wide + 6) / each));
        for (int i = 0; i < names.size(); i += every) {
            write(
                    Printable.line(names.get(i)),
                    plot.x() + (i + 0.5) * each,
                    plot.bottom() + 4,
                    Tone.QUIET,
                    Align.CENTRE);
        }
    }

    private void columns(Chart chart, Area plot, ChartScale scale) {
        double each = plot.width() / chart.categories().size();
        double wide = each * GROUP / chart.series().size();
        double nought = y(plot, scale, 0);
        boolean told = chart.categories().size() * chart.series().size() <= FEW;
        for (int s = 0; s < chart.series().size(); s++) {
            Series series = chart.series().get(s);
            for (int i = 0; i < series.values().size(); i++) {
                Double value = series.values().get(i);
                if (value != null) {
                    double x = plot.x() + i * each + each * (1 - GROUP) / 2 + s * wide;
                    double y = y(plot, scale, value);
                    canvas.box(new Area(x, Math.min(y, nought), wide * 0.94, Math.abs(nought - y)), series.tone());
                    if (told) {
                        write(
                                number(value, chart.decimals()),
                                x + wide / 2,
                                Math.min(y, nought) - LINE,
                                Tone.INK,
                                Align.CENTRE);
                    }
                }
            }
        }
    }

    private void curve(Series series, Area plot, ChartScale scale) {
        double each = plot.width() / series.values().size();
        @Nullable Double before = null;
        double fromX = 0;
        for (int i = 0; i < series.values().size(); i++) {
            Double value = series.values().get(i);
            if (value == null) {
                continue;
            }
            double x = plot.x() + (i + 0.5) * each;
            double y = y(plot, scale, value);
            if (before != null) {
                canvas.line(
                        fromX,
                        y(plot, scale, before),
                        x,
                        y,
                        series.tone(),
                        series.dashed() ? 1.5 : 2.5,
                        series.dashed());
            }
            if (!series.dashed()) {
                canvas.box(new Area(x - DOT / 2, y - DOT / 2, DOT, DOT), series.tone());
            }
            before = value;
            fromX = x;
        }
    }

    static String number(double value, int decimals) {
        return String.format(
                Locale.ROOT,
                "%,." + decimals + "f",
                BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
    }
}
