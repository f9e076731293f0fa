package mainstay.portfolio.drill;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mainstay.portfolio.drill.DrillView.Links;
import mainstay.portfolio.drill.DrillView.Whole;
import mainstay.portfolio.period.Address;
import mainstay.portfolio.period.Chosen;
import mainstay.portfolio.period.PeriodForm;
import mainstay.portfolio.period.Periods;
import mainstay.shared.Problem;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts the page of a slice together.
@Service
@Transactional(readOnly = true)
class SalesDrill {
    private static final int PAGE = 50;
    private static final int FILE = 100_000;
    private static final int BARS = 12;
    private static final int MONTHS = 60;

    private final Periods periods;
    private final SalesSlices slices;
    private final SalesRows rows;
    private final Steps steps;

    SalesDrill(Periods periods, SalesSlices slices, SalesRows rows, Steps steps) {
        this.periods = periods;
        this.slices = slices;
        this.rows = rows;
        this.steps = steps;
    }

    /// Nothing while the ledger is empty.
    Optional<DrillView> view(Place place, SalesForm form, PeriodForm days) {
        return slice(place, form, periods.shown(days, address(place, form))).map(this::view);
    }

    /// The whole table; one that is longer than a file may be is refused, as a part of it would look like all.
    Optional<DrillTable> table(Place place, SalesForm form, PeriodForm days) {
        return slice(place, form, days).map(slice -> {
            Cut cut = slice.cut();
            return new DrillTable(
                    slice,
                    place.named(form),
                    cut.isSum()
                            ? whole(slices.parts(slice.question(), cut, slice.measure(), null, FILE + 1))
                            : List.of(),
                    cut == Cut.DOCUMENT ? whole(rows.documents(slice.rows(), null, FILE + 1)) : List.of(),
                    cut == Cut.LINE ? whole(rows.lines(slice.rows(), null, FILE + 1)) : List.of());
        });
    }

    private static <T> List<T> whole(List<T> found) {
        if (found.size() > FILE) {
            throw new Problem.Invalid("drill.tooLong", FILE);
        }
        return found;
    }

    /// A part under the name it bears in a chart.
    record Bar(Text name, Part part) {}

    /// What a chart of the parts shows: all months, or the largest of the others.
    List<Bar> bars(Place place, SalesForm form, PeriodForm days) {
        return slice(place, form, days).filter(slice -> slice.cut().isSum()).stream()
                .flatMap(slice -> slices
                        .parts(
                                slice.question(),
                                slice.cut(),
                                slice.measure(),
                                null,
                                slice.cut() == Cut.MONTH ? MONTHS : BARS)
                        .stream()
                        .map(part -> new Bar(name(slice, part), part)))
                .toList();
    }

    /// Of the days asked for, and of no others.
    private Optional<Slice> slice(Place place, SalesForm form, PeriodForm days) {
        return slice(place, form, periods.chosen(days, address(place, form)));
    }

    private static Optional<Slice> slice(Place place, SalesForm form, Optional<Chosen> days) {
        return days.map(chosen -> new Slice(place, form, chosen));
    }

    private static Address address(Place place, SalesForm form) {
        return form.on(place.address())
                .with("measure", form.measured().code())
                .with("cut", form.cutBy().code());
    }

    private DrillView view(Slice slice) {
        Part whole = slices.whole(slice.question());
        List<Part> parts = slice.cut().isSum() ? parts(slice) : List.of();
        List<SoldDocument> documents =
                slice.cut() == Cut.DOCUMENT ? rows.documents(slice.rows(), place(slice), PAGE + 1) : List.of();
        List<LedgerLine> lines = slice.cut() == Cut.LINE ? rows.lines(slice.rows(), place(slice), PAGE + 1) : List.of();
        return new DrillView(
                slice.period(),
                slice.measure(),
                slice.cut(),
                steps.of(slice),
                slice.cuts().stream()
                        .map(cut -> new Tab(
                                Text.of(cut.key()),
                                slice.as(slice.measure(), cut).toString(),
                                cut == slice.cut()))
                        .toList(),
                Arrays.stream(Measure.values())
                        .map(measure -> new Tab(
                                Text.of(measure.key()),
                                slice.as(measure, slice.cut()).toString(),
                                measure == slice.measure()))
                        .toList(),
                new Whole(whole.now(), whole.before(), doors(slice, whole).all()),
                parts.isEmpty() ? null : finding(slice, whole, parts),
                page(parts).stream().map(part -> row(slice, whole, part)).toList(),
                page(documents),
                page(lines),
                new Links(
                        slice.form().after() == null ? null : slice.after(null).toString(),
                        next(slice, parts, documents, lines),
                        under(slice, "/table"),
                        under(slice, "/chart"),
                        slice.as(slice.measure(), Cut.LINE).with("document", "").toString()),
                slice.place().named(slice.form()));
    }

    private List<Part> parts(Slice slice) {
        PartPlace after = PartPlace.parse(slice.form().after()).orElse(null);
        return slices.parts(slice.question(), slice.cut(), slice.measure(), after, PAGE + 1);
    }

    private static @Nullable RowPlace place(Slice slice) {
        return RowPlace.parse(slice.form().after()).orElse(null);
    }

    private Doors doors(Slice slice, Part whole) {
        return new Doors(
                slice.period(),
                whole.now(),
                whole.before(),
                slices.units(slice.question(), whole),
                null,
                measure -> slice.as(measure, Cut.LINE).toString());
    }

    static PartRow row(Slice slice, Part whole, Part part) {
        return new PartRow(
                name(slice, part),
                part.code(),
                slice.into(part).toString(),
                part.now(),
                part.before(),
                share(part.now().of(slice.measure()), whole.now().of(slice.measure())));
    }

    /// A month of which the period has only some days says which.
    static Text name(Slice slice, Part part) {
        if (slice.cut() != Cut.MONTH) {
            return Steps.named(part.name());
        }
        YearMonth month = YearMonth.parse(part.key());
        Days inside = slice.days(month);
        Text whole = Steps.month(month);
        return inside.equals(new Days(month.atDay(1), month.atEndOfMonth()))
                ? whole
                : Text.of(
                        "drill.partMonth",
                        whole,
                        inside.from().getDayOfMonth(),
                        inside.to().getDayOfMonth());
    }

    private static @Nullable Double share(@Nullable Long part, @Nullable Long whole) {
        return part == null || whole == null || whole <= 0 ? null : (double) part / whole;
    }

    static Text finding(Slice slice, Part whole, List<Part> parts) {
        Measure measure = slice.measure();
        Part largest = parts.stream()
                .max(Comparator.comparingLong(
                        part -> PartPlace.of(part, measure).weight()))
                .orElseThrow();
        Long value = largest.now().of(measure);
        Double share = share(value, whole.now().of(measure));
        Text name = name(slice, largest);
        Text shown = measure.isMoney()
                ? Shown.money(value)
                : measure == Measure.ORDERS
                        ? Shown.count(value)
                        : largest.now().quantity().shown();
        return share == null
                ? Text.of("drill.finding.value", name, Text.of(measure.key()), shown)
                : Text.of("drill.finding.share", name, Text.of(measure.key()), shown, Shown.share(share));
    }

    private static <T> List<T> page(List<T> found) {
        return found.size() > PAGE ? found.subList(0, PAGE) : found;
    }

    private static @Nullable String next(
            Slice slice, List<Part> parts, List<SoldDocument> documents, List<LedgerLine> lines) {
        String last = parts.size() > PAGE
                ? PartPlace.of(parts.get(PAGE - 1), slice.measure()).toString()
                : documents.size() > PAGE
                        ? documents.get(PAGE - 1).place().toString()
                        : lines.size() > PAGE ? lines.get(PAGE - 1).place().toString() : null;
        return last == null ? null : slice.after(last).toString();
    }

    static String under(Slice slice, String under) {
        return slice.as(slice.measure(), slice.cut())
                .at(slice.place().path() + under)
                .toString();
    }
}
