package mainstay.rating.design;

import static mainstay.rating.model.CriterionGroup.CAPABILITY;
import static mainstay.rating.model.CriterionGroup.FINANCE;
import static mainstay.rating.model.CriterionGroup.POTENTIAL;
import static mainstay.rating.model.CriterionGroup.QUALITY;
import static mainstay.rating.model.CriterionGroup.SALES;
import static mainstay.rating.model.CriterionGroup.STRENGTH;

import java.util.List;
import java.util.Set;
import mainstay.rating.model.CriterionGroup;
import mainstay.rating.model.Unit;

/// A criterion that a model may use: a figure that is measured, or a mark that people give. Three places are
/// free for assessments in the firm's own words.
///
/// @param own whether the firm names it
public record KnownCriterion(String code, CriterionGroup group, Unit unit, boolean own) {
    /// Figures of which less is better: a place would give the worst account all points.
    private static final Set<String> LESS_IS_BETTER =
            Set.of("floorPrice", "territory", "returns", "daysLate", "overdue", "limitUse");

    static final List<KnownCriterion> ALL = List.of(
            of("revenue", SALES, Unit.MONEY),
            of("frequency", SALES, Unit.COUNT),
            of("growth", SALES, Unit.RATIO),
            of("margin", SALES, Unit.RATIO),
            of("breadth", SALES, Unit.COUNT),
            of("floorPrice", QUALITY, Unit.RATIO),
            of("territory", QUALITY, Unit.RATIO),
            of("returns", QUALITY, Unit.RATIO),
            of("onTime", FINANCE, Unit.RATIO),
            of("daysLate", FINANCE, Unit.DAYS),
            of("overdue", FINANCE, Unit.RATIO),
            of("limitUse", FINANCE, Unit.RATIO),
            of("capital", STRENGTH, Unit.MARK),
            of("relations", STRENGTH, Unit.MARK),
            of("logistics", STRENGTH, Unit.MARK),
            of("people", STRENGTH, Unit.MARK),
            of("management", CAPABILITY, Unit.MARK),
            of("philosophy", CAPABILITY, Unit.MARK),
            of("initiative", CAPABILITY, Unit.MARK),
            of("expectedValue", POTENTIAL, Unit.MONEY),
            new KnownCriterion("own1", STRENGTH, Unit.MARK, true),
            new KnownCriterion("own2", CAPABILITY, Unit.MARK, true),
            new KnownCriterion("own3", CAPABILITY, Unit.MARK, true));

    private static KnownCriterion of(String code, CriterionGroup group, Unit unit) {
        return new KnownCriterion(code, group, unit, false);
    }

    public boolean isAssessed() {
        return unit == Unit.MARK;
    }

    /// Whether a place among peers can stand for points.
    public boolean isRankable() {
        return !isAssessed() && !LESS_IS_BETTER.contains(code);
    }

    /// Shares are written in percent.
    public boolean isShare() {
        return unit == Unit.RATIO;
    }
}
