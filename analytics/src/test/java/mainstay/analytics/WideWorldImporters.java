package mainstay.analytics;

import java.time.LocalDate;
import java.util.HashMap;
import mainstay.analytics.purchase.PurchaseLog;
import org.jspecify.annotations.Nullable;

/// The sample ledger of a wholesaler whose branches are delivered to and whose head offices are billed
/// (Microsoft, MIT).
public record WideWorldImporters(
        Totals delivered, Totals billed, Totals deliveredProfit, Totals billedProfit, PurchaseLog<String> purchases) {

    private record Invoice(String customer, String billTo, LocalDate date) {}

    private static @Nullable WideWorldImporters read;

    public static synchronized WideWorldImporters ledger() {
        var known = read;
        if (known == null) {
            known = new WideWorldImporters(new Totals(), new Totals(), new Totals(), new Totals(), new PurchaseLog<>());
            known.readLines();
            read = known;
        }
        return known;
    }

    private void readLines() {
        var invoices = new HashMap<String, Invoice>();
        CsvRows.forEach(SharedData.file("wide-world-importers/derived/invoice_order_map.csv"), row -> {
            var id = row.get("InvoiceID").replace(".0", "");
            var date = LocalDate.parse(row.get("InvoiceDate"));
            invoices.put(id, new Invoice(row.get("CustomerID"), row.get("BillToCustomerID"), date));
        });
        CsvRows.forEach(SharedData.file("wide-world-importers/csv/Sales.InvoiceLines.csv.gz"), row -> {
            var invoice = invoices.get(row.get("InvoiceID"));
            if (invoice == null) {
                throw new IllegalStateException("no invoice " + row.get("InvoiceID"));
            }
            add(invoice, row);
        });
    }

    private void add(Invoice invoice, CsvRows.Row row) {
        var amount = Totals.fourDecimals(row.get("ExtendedPrice")) - Totals.fourDecimals(row.get("TaxAmount"));
        var profit = Totals.fourDecimals(row.get("LineProfit"));
        delivered.add(invoice.customer, amount);
        billed.add(invoice.billTo, amount);
        deliveredProfit.add(invoice.customer, profit);
        billedProfit.add(invoice.billTo, profit);
        purchases.add(invoice.customer, invoice.date, amount / 1e4);
    }
}
