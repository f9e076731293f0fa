package mainstay.rating.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/// What holds of every account under a model with places among peers, scales that rise and fall, and gates.
class ScoringProperties {
    private static final Figure UNKNOWN = Figure.unknown(UnknownReason.NOT_ASSESSED);

    private static final List<Criterion> CRITERIA = List.of(
            new Criterion("revenue", CriterionGroup.SALES, 35, new Scale.Rank(Peers.ALL), Unit.MONEY),
            new Criterion("growth", CriterionGroup.SALES, 15, new Scale.Linear(-20, 60), Unit.RATIO),
            new Criterion("onTime", CriterionGroup.FINANCE, 20, new Scale.Linear(20, 90), Unit.RATIO),
            new Criterion("daysLate", CriterionGroup.FINANCE, 10, new Scale.Linear(80, 5), Unit.DAYS),
            new Criterion("philosophy", CriterionGroup.CAPABILITY, 20, new Scale.Linear(10, 90), Unit.MARK));

    private static final RatingModel MODEL = model(CRITERIA);

    private static RatingModel model(List<Criterion> criteria) {
        return new RatingModel(
                1,
                criteria,
                List.of(
                        new Tier(
                                4,
                                75,
                                List.of(
                                        new Gate.OfGroup(CriterionGroup.FINANCE, 70),
                                        new Gate.OfFigure("philosophy", 50))),
                        new Tier(3, 60, List.of(new Gate.OfGroup(CriterionGroup.FINANCE, 50))),
                        new Tier(2, 40, List.of()),
                        new Tier(1, 0, List.of())),
                0.5,
                3);
    }

    /// Figures of one account from 0 to 100, some of them unknown.
    @Provide
    Arbitrary<List<Figure>> figures() {
        Arbitrary<Figure> figure =
                Arbitraries.integers().between(-30, 100).map(value -> value < 0 ? UNKNOWN : Figure.of(value));
        return figure.list().ofSize(CRITERIA.size());
    }

    @Provide
    Arbitrary<List<List<Figure>>> others() {
        return figures().list().ofMinSize(1).ofMaxSize(8);
    }

    /// Any stars that an account may have had before.
    @Provide
    Arbitrary<Stars> before() {
        Arbitrary<Integer> stars = Arbitraries.integers().between(1, 4);
        return Combinators.combine(stars, stars).as((shown, computed) -> new Stars(shown, computed, false));
    }

    @Property
    void a_better_figure_never_lowers_the_tier(
            @ForAll("figures") List<Figure> figures,
            @ForAll("others") List<List<Figure>> others,
            @ForAll("before") Stars before,
            @ForAll @IntRange(max = 4) int which,
            @ForAll @DoubleRange(min = 0, max = 100) double better) {
        if (!(figures.get(which) instanceof Figure.Known known)) {
            return;
        }
        boolean lessIsBetter =
                CRITERIA.get(which).scale() instanceof Scale.Linear linear && linear.zeroAt() > linear.hundredAt();
        Score worse = score(MODEL, figures, others);
        Score good = score(
                MODEL, with(figures, which, Figure.of(known.value() + (lessIsBetter ? -better : better))), others);

        assertThat(good.value()).isGreaterThanOrEqualTo(worse.value());
        assertThat(MODEL.stars(good)).isGreaterThanOrEqualTo(MODEL.stars(worse));
        assertThat(Stars.of(MODEL, good, before).shown())
                .as("nor with what was held back before")
                .isGreaterThanOrEqualTo(Stars.of(MODEL, worse, before).shown());
    }

    @Property
    void what_is_unknown_counts_as_if_nobody_had_asked_and_never_as_nought(
            @ForAll("figures") List<Figure> figures,
            @ForAll("others") List<List<Figure>> others,
            @ForAll @IntRange(max = 4) int which) {
        List<Figure> without = with(figures, which, UNKNOWN);
        Score unknown = score(MODEL, without, others);
        Criterion left = CRITERIA.get(which);
        RatingModel shorter = model(except(CRITERIA, which));
        Score unasked = score(
                shorter,
                except(without, which),
                others.stream().map(other -> except(other, which)).toList());

        assertThat(unknown.value()).isCloseTo(unasked.value(), within(1e-9));
        assertThat(unknown.coverage() * MODEL.totalWeight())
                .isCloseTo(unasked.coverage() * shorter.totalWeight(), within(1e-9));
        assertThat(unknown.group(left.group()).isPresent())
                .isEqualTo(unasked.group(left.group()).isPresent());

        double nought = left.scale() instanceof Scale.Linear linear ? linear.zeroAt() : -1;
        Score counted = score(MODEL, with(figures, which, Figure.of(nought)), others);
        assertThat(unknown.value()).isGreaterThanOrEqualTo(counted.value() - 1e-9);
        assertThat(unknown.coverage()).isLessThanOrEqualTo(counted.coverage());
    }

    @Property
    void an_account_of_which_nothing_is_known_is_hollow_and_shut_out_by_no_gate(
            @ForAll("others") List<List<Figure>> others) {
        Score nothing = score(
                MODEL,
                IntStream.range(0, CRITERIA.size()).mapToObj(any -> UNKNOWN).toList(),
                others);

        assertThat(nothing.coverage()).isZero();
        assertThat(Stars.of(MODEL, nothing, null).hollow()).isTrue();
        assertThat(MODEL.tiers())
                .allSatisfy(tier -> assertThat(nothing.passes(tier.gates())).isTrue());
    }

    private static Score score(RatingModel model, List<Figure> figures, List<List<Figure>> others) {
        Subject subject = new Subject(0, figures);
        List<Subject> all = new ArrayList<>(List.of(subject));
        others.forEach(other -> all.add(new Subject(all.size(), other)));
        return Scoring.of(model, all).score(subject);
    }

    private static List<Figure> with(List<Figure> figures, int which, Figure other) {
        List<Figure> changed = new ArrayList<>(figures);
        changed.set(which, other);
        return List.copyOf(changed);
    }

    private static <T> List<T> except(List<T> all, int which) {
        return IntStream.range(0, all.size())
                .filter(place -> place != which)
                .mapToObj(all::get)
                .collect(Collectors.toList());
    }
}
