package mainstay.rating.design;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.collection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainstay.rating.design.DraftReader.Outcome;
import mainstay.rating.model.Criterion;
import mainstay.rating.model.CriterionGroup;
import mainstay.rating.model.Gate;
import mainstay.rating.model.Peers;
import mainstay.rating.model.RatingModel;
import mainstay.rating.model.Scale;
import mainstay.rating.model.Tier;
import mainstay.rating.model.Unit;
import mainstay.shared.web.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a form of a model may say, and what is refused at which field.
class DraftReaderTests {
    private static final RatingModel MODEL = new RatingModel(
            7,
            List.of(
                    new Criterion("revenue", CriterionGroup.SALES, 40, new Scale.Rank(Peers.REGION), Unit.MONEY),
                    new Criterion("growth", CriterionGroup.SALES, 9.5, new Scale.Linear(-0.3, 0.3), Unit.RATIO),
                    new Criterion(
                            "onTime", CriterionGroup.FINANCE, 20, new Scale.Linear(0.5, 0.95), Unit.RATIO, true, null),
                    new Criterion("philosophy", CriterionGroup.CAPABILITY, 20.5, new Scale.Linear(1, 5), Unit.MARK),
                    new Criterion(
                            "own2",
                            CriterionGroup.CAPABILITY,
                            10,
                            new Scale.Linear(5, 1),
                            Unit.MARK,
                            false,
                            "Shop front")),
            List.of(
                    new Tier(
                            4,
                            75,
                            List.of(new Gate.OfGroup(CriterionGroup.FINANCE, 70), new Gate.OfFigure("philosophy", 3))),
                    new Tier(3, 60, List.of()),
                    new Tier(2, 40, List.of()),
                    new Tier(1, 0, List.of())),
            0.5,
            3);

    private static Outcome with(String... changes) {
        Map<String, String> fields = new HashMap<>(DraftForm.of(MODEL, "").fields());
        for (int i = 0; i < changes.length; i += 2) {
            fields.put(changes[i], changes[i + 1]);
        }
        return DraftReader.read(7, new DraftForm(fields));
    }

    private static Map<String, Text> refusals(String... changes) {
        return with(changes) instanceof Outcome.Refused refused ? refused.refusals() : Map.of();
    }

    @Test
    void what_is_written_is_read_back() {
        assertThat(with()).isEqualTo(new Outcome.Accepted(MODEL));
    }

    @Test
    void weights_add_up_to_a_hundred() {
        assertThat(refusals("weight.revenue", "39")).containsOnlyKeys("weights");
        assertThat(refusals("weight.revenue", "39").get("weights")).isEqualTo(Text.of("model.weightsSum", "99"));
        assertThat(refusals("weight.revenue", "39.9", "weight.growth", "9.6")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "weight.revenue, abc, weight.revenue",
        "weight.revenue, -1, weight.revenue",
        "weight.revenue, 1e2, weight.revenue",
        "weight.revenue, NaN, weight.revenue",
        "zeroAt.growth, '', zeroAt.growth",
        "hundredAt.growth, -30, hundredAt.growth",
        "zeroAt.philosophy, 0, zeroAt.philosophy",
        "hundredAt.philosophy, 6, hundredAt.philosophy",
        "hundredAt.onTime, '', hundredAt.onTime",
        "weight.daysLate, 5, zeroAt.daysLate",
        "peers.revenue, nobody, peers.revenue",
        "name.own2, '', name.own2",
        "from.3, 75, from.3",
        "from.3, 80, from.3",
        "from.2, 0, from.2",
        "from.4, 101, from.4",
        "gate.4.1.minimum, 101, gate.4.1.minimum",
        "gate.4.2.minimum, 6, gate.4.2.minimum",
        "gate.4.1.subject, group:strength, gate.4.1.subject",
        "gate.4.1.subject, nonsense, gate.4.1.subject",
        "gate.4.1.subject, '', gate.4.1.subject",
        "gate.4.1.subject, philosophy, gate.4.1.minimum",
        "minimumCoverage, 101, minimumCoverage",
        "minimumCoverage, 49.9, minimumCoverage",
        "minimumCoverage, '', minimumCoverage",
        "hysteresis, '', hysteresis"
    })
    void a_field_that_cannot_be_taken_is_named(String field, String value, String named) {
        assertThat(refusals(field, value)).containsKey(named);
    }

    @Test
    void numbers_of_chinese_keyboards_and_of_spreadsheets_are_taken() {
        assertThat(with(
                        "weight.revenue", "４０．０",
                        "zeroAt.growth", "－３０",
                        "from.4", "７５",
                        "gate.4.1.minimum", "７０",
                        "minimumCoverage", "５０",
                        "hysteresis", "３"))
                .isEqualTo(new Outcome.Accepted(MODEL));
        assertThat(with("weight.own2", "０", "weight.revenue", "50")).isInstanceOf(Outcome.Accepted.class);
        assertThat(refusals("peers.revenue", "", "zeroAt.revenue", "1,000", "hundredAt.revenue", "２，０００，０００"))
                .isEmpty();
    }

    @Test
    void what_is_refused_stands_in_the_order_of_the_page() {
        assertThat(refusals("hysteresis", "x", "from.2", "x", "weight.onTime", "x", "weight.growth", "x"))
                .extracting(Map::keySet, as(collection(String.class)))
                .containsExactly("weight.growth", "weight.onTime", "from.2", "hysteresis");
    }

    @Test
    void stars_are_solid_on_half_of_the_weight_or_more() {
        assertThat(refusals("minimumCoverage", "30"))
                .containsExactly(Map.entry("minimumCoverage", Text.of("model.coverageRange", 50)));
        assertThat(refusals("minimumCoverage", "50")).isEmpty();
        assertThat(refusals("minimumCoverage", "100")).isEmpty();
    }

    @Test
    void a_gate_stands_once() {
        assertThat(refusals("gate.4.3.subject", "philosophy", "gate.4.3.minimum", "2"))
                .containsEntry("gate.4.3.subject", Text.of("model.gateTwice"));
    }

    @Test
    void marks_need_ends_and_cannot_be_ranked() {
        assertThat(refusals("zeroAt.philosophy", "", "hundredAt.philosophy", ""))
                .containsEntry("zeroAt.philosophy", Text.of("model.endsMissing"));
    }

    @Test
    void a_criterion_without_weight_is_not_used() {
        assertThat(with("weight.own2", "0", "weight.revenue", "50"))
                .isInstanceOfSatisfying(
                        Outcome.Accepted.class,
                        accepted -> assertThat(accepted.model().criteria()).hasSize(4));
    }

    @Test
    void a_name_without_weight_is_refused_since_it_would_be_lost() {
        assertThat(refusals("weight.own2", "", "name.own2", "Trust")).containsKey("weight.own2");
    }

    @Test
    void a_name_that_is_too_long_is_refused_at_its_field_whatever_its_weight() {
        for (String weight : List.of("10", "0", "")) {
            assertThat(refusals("weight.own2", weight, "name.own2", "x".repeat(300)))
                    .as("weight '%s'", weight)
                    .containsKey("name.own2");
        }
        assertThat(refusals("name.own2", "x".repeat(60))).doesNotContainKey("name.own2");
    }
}
