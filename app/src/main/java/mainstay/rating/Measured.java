package mainstay.rating;

import static mainstay.rating.model.UnknownReason.HISTORY_TOO_SHORT;
import static mainstay.rating.model.UnknownReason.NEW_ACCOUNT;
import static mainstay.rating.model.UnknownReason.NOT_ASSESSED;
import static mainstay.rating.model.UnknownReason.NO_COST;
import static mainstay.rating.model.UnknownReason.NO_FLOOR_PRICES;
import static mainstay.rating.model.UnknownReason.NO_LIMIT;
import static mainstay.rating.model.UnknownReason.NO_PRODUCTS;
import static mainstay.rating.model.UnknownReason.NO_RECEIVABLES;
import static mainstay.rating.model.UnknownReason.NO_SALES;
import static mainstay.rating.model.UnknownReason.NO_TERRITORIES;

import java.util.List;
import java.util.Map;
import mainstay.portfolio.Standing;
import mainstay.rating.finding.ConfirmedFindings.Confirmed;
import mainstay.rating.model.Criterion;
import mainstay.rating.model.Figure;
import mainstay.rating.model.RatingModel;
import mainstay.rating.model.UnknownReason;
import org.jspecify.annotations.Nullable;

/// The figures of an account for the criteria of a model, from its standing, its marks and what is confirmed
/// of it.
record Measured(Standing standing, Map<String, Double> marks, Confirmed confirmed) {
    private static final double MOST_GROWTH = 0.30;

    /// In the order of the criteria.
    List<Figure> figures(RatingModel model) {
        return model.criteria().stream().map(this::figure).toList();
    }

    private Figure figure(Criterion criterion) {
        return criterion.assessed() ? known(marks.get(criterion.code()), NOT_ASSESSED) : measured(criterion.code());
    }

    private Figure measured(String code) {
        return switch (code) {
            case "revenue" -> Figure.of(units(standing.revenue()));
            case "frequency" -> Figure.of((double) standing.orders());
            case "growth" -> known(standing.growth(), noGrowth());
            case "margin" -> known(standing.margin(), NO_COST);
            case "breadth" -> known(number(standing.products()), NO_PRODUCTS);
            case "floorPrice" -> known(belowFloor(), NO_FLOOR_PRICES);
            case "territory" -> known(diverted(), NO_TERRITORIES);
            case "returns" -> known(standing.returnsShare(), NO_SALES);
            case "onTime" -> known(standing.onTimeShare(), NO_RECEIVABLES);
            case "daysLate" -> known(standing.daysLate(), NO_RECEIVABLES);
            case "overdue" -> known(standing.overdueShare(), NO_RECEIVABLES);
            case "limitUse" -> known(standing.limitUse(), standing.receivables() ? NO_LIMIT : NO_RECEIVABLES);
            case "expectedValue" ->
                expected(standing) == null ? Figure.unknown(noGrowth()) : Figure.of(units(standing));
            default -> throw new IllegalArgumentException("nothing measures " + code);
        };
    }

    /// Confirmed lines under the floor price as a share of the lines that have one.
    private @Nullable Double belowFloor() {
        return standing.floorLines() == 0
                ? null
                : Double.valueOf(Math.min(1, (double) confirmed.belowFloor() / standing.floorLines()));
    }

    /// Money confirmed to have gone outside the territory as a share of the sales, of who has a territory.
    private @Nullable Double diverted() {
        if (!confirmed.bound()) {
            return null;
        }
        return confirmed.diverted() == 0
                ? Double.valueOf(0)
                : standing.revenue() <= 0
                        ? Double.valueOf(1)
                        : Double.valueOf(Math.min(1, (double) confirmed.diverted() / standing.revenue()));
    }

    /// Revenue of the next twelve months if the growth of the last twelve went on, at most 30 % either way.
    static @Nullable Long expected(Standing standing) {
        Double growth = standing.growth();
        return growth == null
                ? null
                : Math.max(0, Math.round(standing.revenue() * (1 + Math.clamp(growth, -MOST_GROWTH, MOST_GROWTH))));
    }

    private static double units(Standing standing) {
        Long expected = expected(standing);
        return expected == null ? 0 : units(expected);
    }

    private UnknownReason noGrowth() {
        return standing.previousRevenue() == null ? HISTORY_TOO_SHORT : NEW_ACCOUNT;
    }

    private static Figure known(@Nullable Double value, UnknownReason otherwise) {
        return value == null ? Figure.unknown(otherwise) : Figure.of(value);
    }

    private static @Nullable Double number(@Nullable Integer count) {
        return count == null ? null : count.doubleValue();
    }

    private static double units(long tenThousandths) {
        return tenThousandths / 10_000.0;
    }
}
