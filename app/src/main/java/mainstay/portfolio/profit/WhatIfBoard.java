package mainstay.portfolio.profit;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import mainstay.portfolio.AccountTotal;
import mainstay.portfolio.CostToServe;
import mainstay.portfolio.Segmentation.Segment;
import mainstay.portfolio.profit.WhatIf.Asked;
import mainstay.portfolio.profit.WhatIfView.Answer;
import mainstay.portfolio.profit.WhatIfView.Field;
import mainstay.portfolio.value.ValueRules;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Answers what fewer defections would bring, from the firm's own margins and retention of the last twelve months, and
/// what keeping a customer costs against winning one.
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

    WhatIfBoard(LatestYears latest, Segmenting segmenting, Newcomers newcomers, CostToServe costs, ValueRules rules) {
        this.latest = latest;
        this.segmenting = segmenting;
        this.newcomers = newcomers;
        this.costs = costs;
        this.rules = rules;
    }

    WhatIfView view(WhatIfForm form) {
        double usual = rules.inForce().discountRate();
        List<Field> fields = Arrays.stream(Slider.values())
                .map(slider -> field(slider, form.written(slider, usual), slider.start(usual)))
                .toList();
        boolean refused = fields.stream().anyMatch(field -> field.refused() != null);
        String by = segmenting.chosen(form.by(), form.view());
        Optional<TwoYears> years = refused ? Optional.empty() : latest.find();
        return new WhatIfView(
                fields,
                by,
                form.at("/profit/what-if", usual),
                segmenting.codes(),
                segmenting.views(),
                years.map(found -> answer(asked(form, usual), form, found)).orElse(null));
    }

    private Answer answer(Asked asked, WhatIfForm form, TwoYears years) {
        Map<Segment, TwoYears> parts = years.parted(segmenting.of(form.by(), form.view(), years.all()));
        Map<Long, LocalDate> first = newcomers.since(
                years.from(),
                years.arrived().stream().map(AccountTotal::account).toList());
        boolean priced = !costs.rates().areUnset();
        return new Answer(
                years.from(),
                years.to(),
                years.past() != null,
                WhatIf.of(WHOLE, Loyalty.of(years), asked),
                rows(parts, (name, part) -> WhatIf.of(name, Loyalty.of(part), asked), LARGEST_GAIN_FIRST),
                Keeping.of(WHOLE, years, first, priced),
                rows(parts, (name, part) -> Keeping.of(name, part, first, priced), null));
    }

    /// A row of each part, in the order that parts have or else in the given one.
    private static <T> List<T> rows(
            Map<Segment, TwoYears> parts, BiFunction<Text, TwoYears, T> made, @Nullable Comparator<T> order) {
        record Ranked<T>(int rank, T row) {}
        Comparator<Ranked<T>> byRank = Comparator.comparingInt(Ranked::rank);
        return parts.entrySet().stream()
                .map(part -> new Ranked<>(
                        part.getKey().rank(), made.apply(part.getKey().name(), part.getValue())))
                .sorted(order == null ? byRank : byRank.thenComparing(Ranked::row, order))
                .map(Ranked::row)
                .limit(MOST)
                .toList();
    }

    private static Asked asked(WhatIfForm form, double usual) {
        return new Asked(
                number(form, Slider.POINTS, usual),
                number(form, Slider.DISCOUNT, usual),
                number(form, Slider.MARGIN, usual),
                Slider.RETENTION.read(form.written(Slider.RETENTION, usual)));
    }

    private static double number(WhatIfForm form, Slider slider, double usual) {
        return slider.read(form.written(slider, usual)).orElse(0.0);
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
