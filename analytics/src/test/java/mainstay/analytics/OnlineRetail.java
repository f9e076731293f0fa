package mainstay.analytics;

import java.time.LocalDate;
import mainstay.analytics.purchase.PurchaseLog;
import org.jspecify.annotations.Nullable;

/// The ledger of a British gift wholesaler, 2010 to 2011 (Chen, UCI data set 352).
///
/// Net: every row with a customer. Gross: those that are no cancellation and have a positive quantity and price.
public record OnlineRetail(Totals net, Totals gross, PurchaseLog<String> purchases) {

    private static @Nullable OnlineRetail read;

    public static synchronized OnlineRetail ledger() {
        var known = read;
        if (known == null) {
            known = new OnlineRetail(new Totals(), new Totals(), new PurchaseLog<>());
            CsvRows.forEach(SharedData.file("online-retail/online_retail.csv.gz"), known::add);
            read = known;
        }
        return known;
    }

    private void add(CsvRows.Row row) {
        var customer = row.get("CustomerID");
        if (customer.isEmpty()) {
            return;
        }
        var quantity = Long.parseLong(row.get("Quantity"));
        var price = Totals.fourDecimals(row.get("UnitPrice"));
        net.add(customer, quantity * price);
        if (quantity > 0 && price > 0 && !row.get("InvoiceNo").startsWith("C")) {
            gross.add(customer, quantity * price);
            var day = LocalDate.parse(row.get("InvoiceDate").substring(0, 10));
            purchases.add(customer, day, quantity * price / 1e4);
        }
    }
}
