package mainstay.analytics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import mainstay.analytics.purchase.PurchaseLog;

/// The Northwind sample: 830 orders of 89 customers, 1996 to 1998 (Microsoft, MIT).
public record Northwind(Totals totals, PurchaseLog<String> purchases) {

    private record Order(String customer, LocalDate date) {}

    public static Northwind ledger() {
        var orders = new HashMap<String, Order>();
        var dates = DateTimeFormatter.ofPattern("M/d/yyyy");
        CsvRows.forEach(SharedData.file("northwind/csv/Orders.csv"), row -> {
            var order = new Order(row.get("CustomerID"), LocalDate.parse(row.get("OrderDate"), dates));
            orders.put(row.get("OrderID"), order);
        });
        var ledger = new Northwind(new Totals(), new PurchaseLog<>());
        CsvRows.forEach(SharedData.file("northwind/csv/OrderDetails.csv"), row -> {
            var order = orders.getOrDefault(row.get("OrderID"), new Order("unknown", LocalDate.EPOCH));
            var amount = amount(row);
            ledger.totals.add(order.customer, amount);
            ledger.purchases.add(order.customer, order.date, amount / 1e4);
        });
        return ledger;
    }

    private static long amount(CsvRows.Row row) {
        var kept = BigDecimal.ONE.subtract(new BigDecimal(row.get("Discount")));
        var price = new BigDecimal(row.get("UnitPrice"));
        var amount = price.multiply(new BigDecimal(row.get("Quantity"))).multiply(kept);
        return Totals.fourDecimals(amount.toPlainString());
    }
}
