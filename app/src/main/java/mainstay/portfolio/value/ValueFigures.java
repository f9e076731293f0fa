package mainstay.portfolio.value;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import mainstay.portfolio.WaterfallChart;
import mainstay.portfolio.value.ValueSplit.PartRow;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The bridge and the split of the value as charts, and as rows of files.
@Service
@Transactional(readOnly = true)
class ValueFigures {
    private static final double UNIT = 10_000;

    private final ValueRuns runs;
    private final ValueSums sums;
    private final ValueSplits splits;
    private final Texts texts;

    ValueFigures(ValueRuns runs, ValueSums sums, ValueSplits splits, Texts texts) {
        this.runs = runs;
        this.sums = sums;
        this.splits = splits;
        this.texts = texts;
    }

    private Optional<Compared> newest() {
        return runs.newest().map(run -> runs.compared(run.asOf()));
    }

    List<Object> charts(SplitForm form, Locale locale) {
        Optional<Compared> run = newest();
        Stream<Object> bridges = run.flatMap(sums::bridge).stream().map(bridge -> chart(bridge, locale));
        Stream<Object> parts = run.stream().map(compared -> chart(compared, form, locale));
        return Stream.concat(bridges, parts).toList();
    }

    private WaterfallChart chart(Bridge bridge, Locale locale) {
        WaterfallChart.Drawing drawing = new WaterfallChart.Drawing();
        drawing.total(texts.get(locale, "value.openingShort"), bridge.opening());
        drawing.up(texts.get(locale, "value.added"), bridge.added());
        drawing.up(texts.get(locale, "value.grown"), bridge.grown());
        drawing.down(texts.get(locale, "value.shrunk"), bridge.shrunk());
        drawing.down(texts.get(locale, "value.lost"), bridge.lost());
        drawing.total(texts.get(locale, "value.closingShort"), bridge.closing());
        return drawing.near(
                texts.get(locale, "value.value"),
                start -> texts.get(locale, Text.of("value.axisFrom", Shown.money(start))));
    }

    private ValueChart chart(Compared run, SplitForm form, Locale locale) {
        List<PartRow> parts = splits.of(run, form).rows();
        return new ValueChart(
                "bars",
                texts.get(locale, "value.value"),
                texts.get(locale, "value.before"),
                parts.stream().map(part -> texts.get(locale, part.name())).toList(),
                ValueChart.column(parts, part -> units(part.value())),
                run.before() == null ? List.of() : ValueChart.column(parts, part -> units(part.before())));
    }

    List<String> bridgeHeader(Locale locale) {
        return header(locale, "value.step", "value.accounts", "value.value");
    }

    /// Each step of the bridge; what is taken away is negative.
    Stream<List<String>> bridgeRows(Locale locale) {
        return newest().flatMap(sums::bridge).stream()
                .flatMap(bridge -> Stream.of(
                        step(texts.get(locale, "value.openingShort"), null, bridge.opening()),
                        step(texts.get(locale, "value.added"), bridge.newcomers(), bridge.added()),
                        step(texts.get(locale, "value.grown"), bridge.growing(), bridge.grown()),
                        step(texts.get(locale, "value.shrunk"), bridge.shrinking(), -bridge.shrunk()),
                        step(texts.get(locale, "value.lost"), bridge.leavers(), -bridge.lost()),
                        step(texts.get(locale, "value.closingShort"), null, bridge.closing())));
    }

    private static List<String> step(String name, @Nullable Integer accounts, long amount) {
        return List.of(name, accounts == null ? "" : accounts.toString(), CellTexts.money(amount));
    }

    List<String> partsHeader(Locale locale) {
        return header(locale, "value.part", "value.accounts", "value.value", "value.shareOfValue", "value.before");
    }

    Stream<List<String>> partRows(SplitForm form, Locale locale) {
        return newest().map(run -> splits.of(run, form).rows()).orElse(List.of()).stream()
                .map(part -> List.of(
                        texts.get(locale, part.name()),
                        String.valueOf(part.accounts()),
                        CellTexts.money(part.value()),
                        share(part.share()),
                        CellTexts.money(part.before())));
    }

    private List<String> header(Locale locale, String... keys) {
        return Stream.of(keys).map(key -> texts.get(locale, key)).toList();
    }

    private static @Nullable Double units(@Nullable Long amount) {
        return amount == null ? null : (Double) (amount / UNIT);
    }

    private static String share(@Nullable Double share) {
        return share == null ? "" : String.valueOf(Math.round(share * UNIT) / UNIT);
    }
}
