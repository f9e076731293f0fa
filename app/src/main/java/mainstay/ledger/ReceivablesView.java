package mainstay.ledger;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the receivables panel shows: how an account, or its group, pays, and what it owes as of a day.
///
/// @param figures     null where nothing was invoiced by then
/// @param items       those that wait longest, up to [#MOST]
/// @param withoutRate open invoices in a currency without a rate: among the items, in no figure
public record ReceivablesView(
        LocalDate asOf,
        boolean group,
        @Nullable PaymentFigures figures,
        List<Bar> ageing,
        List<ReceivableItem> items,
        int withoutRate) {

    public static final int MOST = 200;

    /// One bar of the ageing chart.
    ///
    /// @param percent of the open amount, rounded for drawing
    public record Bar(String labelKey, long amount, int percent, boolean late) {}

    public boolean isCut() {
        return items.size() == MOST;
    }
}
