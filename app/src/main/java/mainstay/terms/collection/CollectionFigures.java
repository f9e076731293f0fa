package mainstay.terms.collection;

import mainstay.ledger.PaymentFigures;
import org.jspecify.annotations.Nullable;

/// How well is collected, over a month.
///
/// @param payment     what is open and overdue at its end, beside the sales of the year before
/// @param openBefore  at the beginning of the month
/// @param monthSales  invoiced less credit notes within it
/// @param withoutRate invoices in a currency that has no rate for their day: they are in no sum
public record CollectionFigures(PaymentFigures payment, long openBefore, long monthSales, long withoutRate) {

    /// Collection effectiveness index: what was collected of what could be, in percent.
    public @Nullable Double effectiveness() {
        return effectiveness(openBefore, monthSales, payment.open(), payment.open() - payment.overdue());
    }

    /// @param total    open at the end
    /// @param notDue   of that, not due yet: nobody could have collected it
    static @Nullable Double effectiveness(long openBefore, long sales, long total, long notDue) {
        long collectable = openBefore + sales - notDue;
        return collectable <= 0 ? null : 100.0 * (openBefore + sales - total) / collectable;
    }
}
