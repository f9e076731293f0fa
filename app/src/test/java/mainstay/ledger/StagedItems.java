package mainstay.ledger;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.jspecify.annotations.Nullable;

/// Puts receivables and payments where the importer would, and publishes them.
final class StagedItems {

    private static final String OPERATOR = "set app.reach = '3'";

    private final String source;

    StagedItems(String source) {
        this.source = source;
    }

    /// An invoice in whole units of money.
    record Invoice(
            String number,
            String account,
            LocalDate issued,
            @Nullable LocalDate due,
            long amount) {

        private String values(long batch, int line) {
            return "(%d, %d, false, '%s', '%s', '%s', %s, %d)"
                    .formatted(batch, line, number, account, issued, text(due), amount * 10_000);
        }
    }

    /// A payment in whole units of money.
    record Payment(String number, @Nullable String invoice, String account, LocalDate date, long amount) {

        private String values(long batch, int line) {
            return "(%d, %d, false, '%s', %s, '%s', '%s', %d)"
                    .formatted(batch, line, number, text(invoice), account, date, amount * 10_000);
        }
    }

    static Payment payment(String number, @Nullable String invoice, String account, LocalDate date, long amount) {
        return new Payment(number, invoice, account, date, amount);
    }

    void invoices(long batch, Invoice... invoices) {
        String values =
                Arrays.stream(invoices).map(invoice -> invoice.values(batch, 2)).collect(Collectors.joining(", "));
        publish("receivable_row", batch, "number, account, issued, due, amount", values, "publish_receivables");
    }

    void payments(long batch, Payment... payments) {
        String values =
                Arrays.stream(payments).map(payment -> payment.values(batch, 2)).collect(Collectors.joining(", "));
        publish("payment_row", batch, "number, invoice, account, date, amount", values, "publish_payments");
    }

    void withdrawInvoices(long batch) {
        run(OPERATOR, "select ledger.withdraw_items('receivable', " + batch + ")");
    }

    void date() {
        run(OPERATOR, "select ledger.date_receivables()");
    }

    private void publish(String table, long batch, String columns, String values, String function) {
        run(
                OPERATOR,
                "create table staging.%1$s_%2$d partition of staging.%1$s for values in (%2$d)".formatted(table, batch),
                "insert into staging.%s (batch_id, file_line, bad, %s) values %s".formatted(table, columns, values),
                "select ledger.%s(%d, '%s', 'CNY')".formatted(function, batch, source));
    }

    private static void run(String... statements) {
        TestServer.executeAt(StoryDatabase.ownerUrl(), statements);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "null" : "'" + value + "'";
    }
}
