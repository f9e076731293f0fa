package mainstay.portfolio.value;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import mainstay.portfolio.value.ModelReport.Step;
import mainstay.shared.web.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Puts the page on the model together.
@Service
@Transactional(readOnly = true)
class ModelBoard {
    private final ValueRuns runs;
    private final ValueSums sums;
    private final Texts texts;
    private final JsonMapper json;

    ModelBoard(ValueRuns runs, ValueSums sums, Texts texts, JsonMapper json) {
        this.runs = runs;
        this.sums = sums;
        this.texts = texts;
        this.json = json;
    }

    Optional<ModelView> view() {
        return runs.newest()
                .flatMap(run -> runs.report(run.asOf())
                        .map(kept -> new ModelView(
                                run,
                                ValueMethods.model(run, sums.total(run.asOf())),
                                json.readValue(kept, ModelReport.class))));
    }

    List<ValueChart> charts(Locale locale) {
        return view().map(view -> List.of(
                        chart("tracking", view, Step::actual, Step::expected, locale),
                        chart("steps", view, Step::actualInStep, Step::expectedInStep, locale)))
                .orElse(List.of());
    }

    List<String> header(Locale locale) {
        return Stream.of(
                        "value.day",
                        "value.model.actual",
                        "value.model.expected",
                        "value.actualInStep",
                        "value.expectedInStep")
                .map(key -> texts.get(locale, key))
                .toList();
    }

    /// What was expected and what happened, up to each day and in each fortnight.
    Stream<List<String>> rows() {
        return view().stream()
                .flatMap(view -> view.report().tracking().stream())
                .map(step -> List.of(
                        step.end().toString(),
                        String.valueOf(step.actual()),
                        String.format(Locale.ROOT, "%.4f", step.expected()),
                        String.valueOf(step.actualInStep()),
                        String.format(Locale.ROOT, "%.4f", step.expectedInStep())));
    }

    private ValueChart chart(
            String kind,
            ModelView view,
            ToDoubleFunction<Step> actual,
            ToDoubleFunction<Step> expected,
            Locale locale) {
        List<Step> steps = view.report().tracking();
        return new ValueChart(
                kind,
                texts.get(locale, "value.model.actual"),
                texts.get(locale, "value.model.expected"),
                steps.stream().map(step -> step.end().toString()).toList(),
                ValueChart.column(steps, step -> actual.applyAsDouble(step)),
                ValueChart.column(steps, step -> expected.applyAsDouble(step)));
    }
}
