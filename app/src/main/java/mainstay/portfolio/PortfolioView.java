package mainstay.portfolio;

import java.util.List;
import mainstay.portfolio.period.Chosen;
import mainstay.shared.web.Door;
import org.jspecify.annotations.Nullable;

/// What the portfolio page shows.
///
/// @param firm whether these are the figures of the firm, or of the reader's own accounts
/// @param sales figures of what was sold
/// @param spread figures of how it is spread over the accounts
public record PortfolioView(
        Chosen period,
        boolean group,
        boolean billed,
        boolean gross,
        boolean firm,
        List<Door> sales,
        List<Door> spread,
        List<CurveRow> pareto,
        @Nullable Double topFifthShare,
        int accounts,
        WhaleView whale,
        List<Findings> findings,
        String curvesAddress) {

    /// A point of a curve in the table behind it: the largest accounts, and their share together.
    public record CurveRow(int accounts, double customerShare, double share) {}

    public record WhaleView(
            @Nullable Double peak,
            @Nullable Double erosion,
            int lossMakers,
            int known,
            @Nullable Double knownCostShare,
            List<CurveRow> rows) {}
}
