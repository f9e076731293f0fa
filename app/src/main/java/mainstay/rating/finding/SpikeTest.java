package mainstay.rating.finding;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mainstay.rating.finding.RebateSteps.RebateStep;
import mainstay.shared.web.Text;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// The last seven days of a month with far more than an account usually buys in a week. Where rebate steps
/// are known, a spike that reaches one may be strong and another stays a hint; where none are, no spike is
/// more than likely.
@Component
class SpikeTest implements FindingTest {
    private static final int MONTHS_BEFORE = 7;

    private final Suspicions suspicions;
    private final LineRows lines;
    private final ObjectProvider<RebateSteps> steps;
    private final JsonMapper json;

    SpikeTest(Suspicions suspicions, LineRows lines, ObjectProvider<RebateSteps> steps, JsonMapper json) {
        this.suspicions = suspicions;
        this.lines = lines;
        this.steps = steps;
        this.json = json.rebuild()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
    }

    /// A step as it travels.
    private record StepRow(long account, LocalDate first, LocalDate last, long revenue) {
        static StepRow of(RebateStep step) {
            return new StepRow(step.account(), step.from(), step.to(), step.revenue());
        }
    }

    @Override
    public String code() {
        return "spike";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public boolean isShare() {
        return false;
    }

    @Override
    public List<Suspicion> look(Examined examined) {
        List<RebateStep> ending = steps.stream()
                .flatMap(source -> source.endingBetween(examined.from(), examined.asOf()).stream())
                .toList();
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("from", examined.from());
        parameters.put("far", examined.from().minusMonths(MONTHS_BEFORE));
        parameters.put("asOf", examined.asOf());
        parameters.put("known", !ending.isEmpty());
        parameters.put(
                "steps",
                json.writeValueAsString(ending.stream().map(StepRow::of).toList()));
        return suspicions.of(SpikeSql.SPIKES, parameters);
    }

    @Override
    public Text sentence(Figures figures) {
        String step = figures.text("step");
        return Text.of(
                "findings.sentence.spike",
                LocalDate.parse(figures.text("last")),
                figures.money("bought"),
                figures.exact("times"),
                figures.money("usual"),
                Text.of("findings.step." + step));
    }

    @Override
    public Evidence evidence(Subject subject) {
        return lines.plain(subject, """
                select s.date, s.document_id, s.document, coalesce(s.product_name, s.product) as product, s.quantity,
                       s.amount as money
                from ledger.pub_sales_line s
                where s.account_id = :account and s.date between :quarter and :quarterTo
                  and s.date > (select max((f.figures ->> 'last')::date) - 7 from rating.finding f
                                where f.test = 'spike' and f.account_id = :account and f.period_from = :quarter)
                  and s.date <= (select max((f.figures ->> 'last')::date) from rating.finding f
                                 where f.test = 'spike' and f.account_id = :account and f.period_from = :quarter)
                order by s.amount desc nulls last, s.date, s.document_id, s.line limit 200
                """);
    }
}
