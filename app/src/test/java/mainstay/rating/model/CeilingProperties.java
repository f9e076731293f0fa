package mainstay.rating.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Hiding a figure never lifts solid stars.
class CeilingProperties {

    private static final int CRITERIA = 5;
    private static final RatingModel MODEL = new RatingModel(
            1,
            List.of(
                    criterion("a", CriterionGroup.SALES, 40),
                    criterion("b", CriterionGroup.SALES, 20),
                    criterion("c", CriterionGroup.FINANCE, 15),
                    criterion("d", CriterionGroup.FINANCE, 10),
                    criterion("e", CriterionGroup.POTENTIAL, 15)),
            List.of(
                    new Tier(4, 75, List.of(new Gate.OfGroup(CriterionGroup.FINANCE, 70))),
                    new Tier(3, 60, List.of(new Gate.OfGroup(CriterionGroup.FINANCE, 50))),
                    new Tier(2, 40, List.of()),
                    new Tier(1, 0, List.of())),
            0.5,
            3);

    @Property
    void whoever_hides_a_figure_rises_neither_at_once_nor_later(
            @ForAll @Size(CRITERIA) List<@DoubleRange(min = 0, max = 1) Double> figures,
            @ForAll @IntRange(min = 1, max = 31) int hidden,
            @ForAll @IntRange(min = 1, max = 31) int hiddenLater,
            @ForAll @IntRange(min = 1, max = 4) int ratings) {
        Stars told = rated(figures, 0, null);
        Stars since = told;
        for (int i = 0; i < ratings; i++) {
            since = rated(figures, i < 2 ? hidden : hidden | hiddenLater, since);

            assertThat(since.shown()).isLessThanOrEqualTo(told.shown());
        }
    }

    @Property
    void what_is_told_again_counts_again(
            @ForAll @Size(CRITERIA) List<@DoubleRange(min = 0, max = 1) Double> figures,
            @ForAll @IntRange(min = 1, max = 31) int hidden) {
        Stars told = rated(figures, 0, null);
        Stars again = rated(figures, 0, rated(figures, 0, rated(figures, hidden, told)));

        assertThat(again).isEqualTo(told);
    }

    /// Sound sales, poor finances: without the receivables nothing would speak against four stars.
    @Test
    void poor_finances_cannot_be_hidden() {
        List<Double> figures = List.of(1.0, 1.0, 0.0, 0.0, 1.0);
        Stars told = rated(figures, 0, null);
        Stars hidden = rated(figures, 0b01100, told);

        assertThat(told.shown()).isEqualTo(2);
        assertThat(hidden).isEqualTo(new Stars(2, 4, false, new Ceiling(0b10011, 0b01100, 2)));
    }

    @Test
    void who_has_nothing_to_be_compared_with_any_more_is_not_held() {
        Stars told = rated(List.of(0.0, 1.0, 1.0, 1.0, 1.0), 0, null);
        Scoring scoring = Scoring.of(MODEL, List.of());
        List<Figure> figures = new ArrayList<>(List.of(Figure.unknown(UnknownReason.NEW_ACCOUNT)));
        for (int i = 1; i < CRITERIA; i++) {
            figures.add(Figure.of(1));
        }

        assertThat(Stars.of(MODEL, scoring.score(new Subject(1, figures)), told).shown())
                .isEqualTo(4);
        assertThat(told.shown()).isEqualTo(3);
    }

    private static Stars rated(List<Double> figures, int hidden, @Nullable Stars before) {
        List<Figure> known = new ArrayList<>();
        for (int i = 0; i < CRITERIA; i++) {
            boolean left = (hidden >> i & 1) == 1;
            known.add(left ? Figure.unknown(UnknownReason.NO_RECEIVABLES) : Figure.of(figures.get(i)));
        }
        return Stars.of(MODEL, Scoring.of(MODEL, List.of()).score(new Subject(1, known)), before);
    }

    private static Criterion criterion(String code, CriterionGroup group, double weight) {
        return new Criterion(code, group, weight, new Scale.Linear(0, 1), Unit.RATIO);
    }
}
