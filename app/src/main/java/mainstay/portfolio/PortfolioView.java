package mainstay.portfolio;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the portfolio page shows.
///
/// @param firm whether these are the figures of the firm, or of the reader's own accounts
/// @param sales figures of what was sold
/// @param spread figures of how it is spread over the accounts
public record PortfolioView(
        LocalDate asOf,
        LocalDate from,
        LocalDate to,
        boolean group,
        boolean billed,
        boolean gross,
        boolean firm,
        List<FigureCard> sales,
        List<FigureCard> spread,
        List<CurveRow> pareto,
        @Nullable Double topFifthShare,
        int accounts,
        WhaleView whale,
        List<Findings> findings,
        String curvesAddress) {

    /// A figure with the year before beside it.
    ///
    /// @param now already in the reader's notation, a dash where undefined
    public record FigureCard(String nameKey, String now, String before, String definition) {}

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
