package mainstay.portfolio.profit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.portfolio.AccountTotal;
import mainstay.portfolio.CostToServe;
import mainstay.portfolio.Segmentation.Segment;
import mainstay.portfolio.profit.WhatIf.Asked;
import mainstay.portfolio.profit.WhatIfView.Answer;
import mainstay.portfolio.profit.WhatIfView.Field;
import mainstay.portfolio.value.KeptValues;
import mainstay.portfolio.value.ValueRules;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Answers what fewer defections would bring, from the firm's own profits of the last twelve months and the
/// retention that the values of accounts imply, and what keeping a customer costs against winning one.
@Service
@Transactional(readOnly = true)
class WhatIfBoard {
    private static final int MOST = 50;
    private static final Text WHOLE = Text.of("profit.whole");
    private static final Comparator<WhatIf> LARGEST_GAIN_FIRST = Comparator.comparing(
                    WhatIf::gain, Comparator.nullsFirst(Comparator.<Long>naturalOrder()))
            .reversed();

    private final LatestYears latest;
    private final Segmenting segmenting;
    private final Newcomers newcomers;
    private final CostToServe costs;
    private final ValueRules rules;
    private final KeptValues values;

    WhatIfBoard(
            LatestYears latest,
            Segmenting segmenting,
            Newcomers newcomers,
            CostToServe costs,
            ValueRules rules,
            KeptValues values) {
        this.latest = latest;
        this.segmenting = segmenting;
        this.newcomers = newcomers;
        this.costs = costs;
        this.rules = rules;
        this.values = values;
    }

    WhatIfView view(WhatIfForm form) {
        Optional<TwoYears> years = latest.find();
        Optional<Leaving> leaving = years.flatMap(this::leaving);
        Starts starts = Starts.of(
                rules.inForce().discountRate(),
                part(form, leaving, years.flatMap(found -> Optional.ofNullable(found.retention()))));
        List<Field> fields = Arrays.stream(Slider.values())
                .map(slider -> field(slider, form.written(slider, starts), slider.start(starts)))
                .toList();
        boolean refused = fields.stream().anyMatch(field -> field.refused() != null);
        String by = segmenting.chosen(form.by(), form.view());
        return new WhatIfView(
                fields,
                by,
                form.at("/profit/what-if", starts),
                Acting.actor().reaches(Level.BUSINESS),
                years.filter(TwoYears::isEmpty).isPresent(),
                rules.inForce().months(),
                segmenting.codes(),
                segmenting.views(),
                years.filter(found -> !refused && !found.isEmpty())
                        .map(found -> answer(asked(form, starts), form, found))
                        .orElse(null));
    }

    /// Nothing where the values say of nobody how surely they stay.
    private Optional<Leaving> leaving(TwoYears years) {
        List<Long> accounts =
                years.customers().stream().map(AccountTotal::account).toList();
        return Retentions.of(
                        Optional.empty(),
                        values.retentions(accounts),
                        values.closed(accounts),
                        values.gone(accounts),
                        null)
                .map(found -> Leaving.of(years.customers(), found));
    }

    private static boolean isByValues(WhatIfForm form) {
        return form.retention() == null || form.retention().isBlank();
    }

    /// The part that leaves and can still be kept: as asked, else by the values, else as in the ledger.
    private static OptionalDouble part(WhatIfForm form, Optional<Leaving> leaving, Optional<Double> observed) {
        Optional<Double> asked =
                isByValues(form) ? Optional.empty() : Slider.RETENTION.read(Objects.requireNonNull(form.retention()));
        return Stream.of(
                        asked.map(stay -> 1 - stay), leaving.map(Leaving::keepablePart), observed.map(stay -> 1 - stay))
                .flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue)
                .findFirst();
    }

    private Answer answer(Asked asked, WhatIfForm form, TwoYears years) {
        Map<Segment, TwoYears> parts = years.parted(segmenting.of(form.by(), form.view(), years.all()));
        List<AccountTotal> customers = years.customers();
        List<Long> accounts = customers.stream().map(AccountTotal::account).toList();
        Retentions retentions = Retentions.of(
                        asked.retention(),
                        values.retentions(accounts),
                        values.closed(accounts),
                        values.gone(accounts),
                        years.retention())
                .orElse(null);
        Map<Long, LocalDate> first = newcomers.since(
                years.from(),
                years.arrived().stream().map(AccountTotal::account).toList());
        boolean priced = !costs.rates().areUnset();
        BiFunction<Text, TwoYears, Keeping> keeping = (name, part) -> Keeping.of(name, part, first, priced);
        double cut = retentions == null ? 0 : retentions.cut(customers, asked.points());
        BiFunction<Text, TwoYears, WhatIf> whatIf =
                (name, part) -> WhatIf.of(name, part.customers(), retentions, cut, asked);
        WhatIf whole = whatIf.apply(WHOLE, years);
        return new Answer(
                years.from(),
                years.to(),
                whole,
                rows(parts, whatIf, LARGEST_GAIN_FIRST),
                words(asked, whole, retentions, years, leaving(years)),
                keeping.apply(WHOLE, years),
                rows(parts, keeping, null));
    }

    /// What must be read with the figures.
    private static List<Text> words(
            Asked asked, WhatIf whole, @Nullable Retentions retentions, TwoYears years, Optional<Leaving> leaving) {
        List<Text> words = new ArrayList<>();
        Double observed = years.retention();
        if (retentions == null) {
            words.add(Text.of("profit.whatIf.notCovered"));
        } else if (retentions.source() == Retentions.Source.VALUES) {
            leaving.map(Leaving::sentence).ifPresent(words::add);
        } else {
            words.add(Text.of("profit.whatIf.retention." + retentions.source().code(), Shown.share(whole.retention())));
        }
        if (observed != null) {
            words.add(Text.of("profit.whatIf.observed", Shown.share(observed)));
        }
        Double cap = retentions == null ? null : retentions.cap(years.customers(), asked.points());
        if (cap != null) {
            words.add(Text.of("profit.whatIf.capped", 100 * asked.points(), cap));
        }
        words.add(Text.of("profit.whatIf.counted", whole.customers(), years.left()));
        if (whole.unpriced() > 0) {
            words.add(Text.of("profit.whatIf.unpriced", whole.unpriced()));
        }
        return words;
    }

    /// A row of each part, in the order that parts have or else in the given one; those past the most stand
    /// together in the last.
    private static <T> List<T> rows(
            Map<Segment, TwoYears> parts, BiFunction<Text, TwoYears, T> made, @Nullable Comparator<T> order) {
        record Ranked<T>(int rank, TwoYears part, T row) {}
        Comparator<Ranked<T>> byRank = Comparator.comparingInt(Ranked::rank);
        List<Ranked<T>> all = parts.entrySet().stream()
                .map(part -> new Ranked<>(
                        part.getKey().rank(),
                        part.getValue(),
                        made.apply(part.getKey().name(), part.getValue())))
                .sorted(order == null ? byRank : byRank.thenComparing(Ranked::row, order))
                .toList();
        int shown = all.size() <= MOST ? all.size() : MOST - 1;
        List<T> rows =
                new ArrayList<>(all.stream().limit(shown).map(Ranked::row).toList());
        all.stream()
                .skip(shown)
                .map(Ranked::part)
                .reduce(TwoYears::plus)
                .map(rest -> made.apply(Text.of("profit.moreSegments", all.size() - shown), rest))
                .ifPresent(rows::add);
        return rows;
    }

    private static Asked asked(WhatIfForm form, Starts starts) {
        return new Asked(
                number(form, Slider.POINTS, starts),
                number(form, Slider.DISCOUNT, starts),
                number(form, Slider.MARGIN, starts),
                Slider.RETENTION.read(form.written(Slider.RETENTION, starts)));
    }

    private static double number(WhatIfForm form, Slider slider, Starts starts) {
        return slider.read(form.written(slider, starts)).orElse(0.0);
    }

    private static Field field(Slider slider, String written, String start) {
        return new Field(
                slider.code(),
                written,
                slider.least(),
                slider.greatest(),
                start,
                slider.takes(written) ? null : Text.of("profit.whatIf.wrong", slider.least(), slider.greatest()));
    }
}
