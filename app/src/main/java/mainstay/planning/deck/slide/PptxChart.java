package mainstay.planning.deck.slide;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import mainstay.planning.deck.slide.Block.Chart;
import mainstay.planning.deck.slide.Block.Series;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.apache.poi.xslf.usermodel.XSLFGraphicFrame;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextParagraph;
import org.openxmlformats.schemas.presentationml.x2006.main.CTGraphicalObjectFrame;

/// A chart of the office program, with its figures in a sheet behind it.
final class PptxChart {

    private static final int TEXT = 1000;
    private static final int FEW = 8;
    private static final int NARROW_GAP = 47;
    private static final double THICK = 2.5;
    private static final double THIN = 1.5;

    private final XMLSlideShow show;
    private final XSLFSlide slide;
    private final Fonts fonts;

    PptxChart(XMLSlideShow show, XSLFSlide slide, Fonts fonts) {
        this.show = show;
        this.slide = slide;
        this.fonts = fonts;
    }

    void draw(Chart drawn, Area area, String name) {
        XSLFChart chart = show.createChart(slide);
        slide.addChart(
                chart,
                new Rectangle2D.Double(
                        Units.toEMU(area.x()),
                        Units.toEMU(area.y()),
                        Units.toEMU(area.width()),
                        Units.toEMU(area.height())));
        describe(Printable.line(name + " (" + drawn.unit() + ")"));
        chart.setAutoTitleDeleted(true);
        chart.displayBlanksAs(DisplayBlanks.SPAN);
        letters(chart);
        if (drawn.series().size() > 1) {
            chart.getOrAddLegend().setPosition(LegendPosition.TOP);
        }
        XDDFCategoryAxis bottom = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis left = chart.createValueAxis(AxisPosition.LEFT);
        axes(bottom, left, drawn);
        boolean columns = drawn.kind() == Chart.Kind.COLUMNS;
        XDDFChartData data = chart.createData(columns ? ChartTypes.BAR : ChartTypes.LINE, bottom, left);
        series(chart, data, drawn);
        if (data instanceof XDDFBarChartData bars) {
            bars.setBarDirection(BarDirection.COL);
            bars.setGapWidth(NARROW_GAP);
        }
        chart.plot(data);
        if (columns && drawn.categories().size() * drawn.series().size() <= FEW) {
            chart.getCTChart().getPlotArea().getBarChartArray(0).getSerList().forEach(one -> told(one, drawn));
        }
    }

    private void describe(String words) {
        if (slide.getShapes().getLast() instanceof XSLFGraphicFrame frame
                && frame.getXmlObject() instanceof CTGraphicalObjectFrame written) {
            written.getNvGraphicFramePr().getCNvPr().setDescr(words);
        }
    }

    private void letters(XSLFChart chart) {
        CTTextBody body = chart.getCTChartSpace().addNewTxPr();
        body.addNewBodyPr();
        CTTextParagraph paragraph = body.addNewP();
        CTTextCharacterProperties usual = paragraph.addNewPPr().addNewDefRPr();
        usual.setSz(TEXT);
        Color quiet = Tone.QUIET.color();
        usual.addNewSolidFill()
                .addNewSrgbClr()
                .setVal(new byte[] {(byte) quiet.getRed(), (byte) quiet.getGreen(), (byte) quiet.getBlue()});
        usual.addNewLatin().setTypeface(fonts.latin());
        usual.addNewEa().setTypeface(fonts.eastAsian());
        paragraph.addNewEndParaRPr();
    }

    private static void axes(XDDFCategoryAxis bottom, XDDFValueAxis left, Chart drawn) {
        ChartScale scale = ChartScale.of(drawn);
        left.setCrosses(AxisCrosses.AUTO_ZERO);
        left.setCrossBetween(AxisCrossBetween.BETWEEN);
        left.setMinimum(scale.least());
        left.setMaximum(scale.greatest());
        left.setMajorUnit(scale.step());
        left.setNumberFormat(format(scale.decimals()));
        left.setMajorTickMark(AxisTickMark.NONE);
        left.getOrAddMajorGridProperties().setLineProperties(line(Tone.LINE, 0.5));
        left.getOrAddShapeProperties().setLineProperties(new XDDFLineProperties());
        bottom.setMajorTickMark(AxisTickMark.NONE);
        bottom.setTickLabelPosition(AxisTickLabelPosition.LOW);
        bottom.getOrAddShapeProperties().setLineProperties(line(Tone.QUIET, 0.75));
    }

    private static String format(int decimals) {
        return decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    }

    private static XDDFLineProperties line(Tone tone, double width) {
        XDDFLineProperties line = new XDDFLineProperties(fill(tone));
        line.setWidth(width);
        return line;
    }

    private static XDDFSolidFillProperties fill(Tone tone) {
        Color color = tone.color();
        return new XDDFSolidFillProperties(
                XDDFColor.from(new byte[] {(byte) color.getRed(), (byte) color.getGreen(), (byte) color.getBlue()}));
    }

    private static void series(XSLFChart chart, XDDFChartData data, Chart drawn) {
        int last = drawn.categories().size();
        XDDFDataSource<String> names = XDDFDataSourcesFactory.fromArray(
                drawn.categories().stream().map(Printable::line).toArray(String[]::new),
                chart.formatRange(new CellRangeAddress(1, last, 0, 0)),
                0);
        List<Series> all = drawn.series();
        for (int i = 0; i < all.size(); i++) {
            Series one = all.get(i);
            XDDFNumericalDataSource<Double> values = XDDFDataSourcesFactory.fromArray(
                    one.values().toArray(Double[]::new),
                    chart.formatRange(new CellRangeAddress(1, last, i + 1, i + 1)),
                    i + 1);
            XDDFChartData.Series added = data.addSeries(names, values);
            String name = Printable.line(one.name());
            added.setTitle(name, chart.setSheetTitle(name, i + 1));
            if (added instanceof XDDFLineChartData.Series curve) {
                curve(curve, one);
            } else {
                added.setFillProperties(fill(one.tone()));
            }
        }
    }

    private static void curve(XDDFLineChartData.Series curve, Series one) {
        XDDFLineProperties line = line(one.tone(), one.dashed() ? THIN : THICK);
        if (one.dashed()) {
            line.setPresetDash(new XDDFPresetLineDash(PresetLineDash.DASH));
        }
        curve.setLineProperties(line);
        curve.setSmooth(false);
        curve.setMarkerStyle(one.dashed() ? MarkerStyle.NONE : MarkerStyle.CIRCLE);
    }

    /// Few columns bear their values.
    private static void told(CTBarSer series, Chart drawn) {
        CTDLbls labels = series.isSetDLbls() ? series.getDLbls() : series.addNewDLbls();
        labels.addNewNumFmt().setFormatCode(format(drawn.decimals()));
        labels.getNumFmt().setSourceLinked(false);
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(true);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
    }
}
