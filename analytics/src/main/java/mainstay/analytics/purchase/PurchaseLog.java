package mainstay.analytics.purchase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sales of many customers in the order they are read, sorted out into one history per customer.
///
/// Not safe for use by several threads at once.
///
/// @param <C> what identifies a customer, with `equals` and `hashCode`
public final class PurchaseLog<C> {

    private final Map<C, List<Purchase>> purchases = new LinkedHashMap<>();

    /// Creates an empty log.
    public PurchaseLog() {}

    /// Adds a sale to a customer.
    ///
    /// @param amount in the currency of the analysis, finite; negative for a return
    /// @throws IllegalArgumentException if the amount is NaN or infinite
    public void add(C customer, LocalDate date, double amount) {
        purchases.computeIfAbsent(customer, newcomer -> new ArrayList<>()).add(new Purchase(date, amount));
    }

    /// The histories of all customers, in the order of their first appearance in the log, purchases of one
    /// day merged.
    public Map<C, PurchaseHistory> histories() {
        return histories(SameDay.MERGED);
    }

    /// The histories of all customers, in the order of their first appearance in the log.
    ///
    /// @param sameDay what becomes of several purchases on one day
    public Map<C, PurchaseHistory> histories(SameDay sameDay) {
        var histories = new LinkedHashMap<C, PurchaseHistory>();
        purchases.forEach((customer, bought) -> histories.put(customer, PurchaseHistory.of(bought, sameDay)));
        return histories;
    }
}
