package mainstay.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import mainstay.identity.Acting;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.shared.Money;
import mainstay.testing.SharedData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Imports small and big files as the local operator and asks the ledger what it then holds.
class LedgerTestbed {

    private final ImportDesk desk;
    private final BatchDesk batches;
    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private int files;

    LedgerTestbed(
            ImportDesk desk, BatchDesk batches, JdbcClient database, PlatformTransactionManager transactionManager) {
        this.desk = desk;
        this.batches = batches;
        this.database = database;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    ImportReport importShared(String file) {
        return importShared(file, Optional.empty());
    }

    ImportReport importShared(String file, Kind kind) {
        return importShared(file, Optional.of(kind));
    }

    private ImportReport importShared(String file, Optional<Kind> kind) {
        MappingWish wish = new MappingWish(kind, null, Map.of(), null, null);
        return run(ImportRequest.of(SharedData.file(file), wish));
    }

    ImportReport run(ImportRequest request) {
        return Acting.asOperator(() -> desk.run(request));
    }

    ImportReport importText(Kind kind, String text) {
        return importText(kind, text, UnaryOperator.identity());
    }

    ImportReport importText(Kind kind, String text, UnaryOperator<ImportRequest> change) {
        return run(change.apply(ImportRequest.of(write(text), MappingWish.of(kind))));
    }

    ImportReport importFile(Kind kind, Path file) {
        return run(ImportRequest.of(file, MappingWish.of(kind)));
    }

    Path write(String text) {
        return write(text.getBytes(StandardCharsets.UTF_8), ".csv");
    }

    Path write(byte[] bytes, String ending) {
        try {
            Path file = Files.createTempFile("ledger-" + files++, ending);
            file.toFile().deleteOnExit();
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BatchDesk.Withdrawal withdraw(ImportReport report) {
        return withdraw(report.batch());
    }

    BatchDesk.Withdrawal withdraw(long batch) {
        return Acting.asOperator(() -> batches.withdraw(batch));
    }

    void withdrawEverything() {
        Acting.asOperator(() -> {
            batches.newest().stream()
                    .filter(batch -> batch.status().equals("done"))
                    .forEach(batch -> batches.withdraw(batch.id()));
            return true;
        });
    }

    long rebuild() {
        return Acting.asOperator(batches::rebuildRollUps);
    }

    long count(String sql) {
        return ask(() -> database.sql(sql).query(Long.class).single());
    }

    @Nullable
    String text(String sql) {
        return ask(() -> database.sql(sql).query(String.class).optional().orElse(null));
    }

    BigDecimal money(String sql) {
        return new Money(count(sql)).toDecimal();
    }

    /// First column beside the second one as money.
    Map<String, String> moneyBy(String sql) {
        Map<String, String> result = new LinkedHashMap<>();
        ask(() -> {
            database.sql(sql).query(row -> {
                result.put(
                        row.getString(1), new Money(row.getLong(2)).toDecimal().toPlainString());
            });
            return result;
        });
        return result;
    }

    /// What the ledger holds, as one fingerprint per table; ids of batches and documents do not count.
    Map<String, String> fingerprint() {
        Map<String, String> prints = new LinkedHashMap<>();
        prints.put("lines", print("""
                select a.code, b.code, l.document, l.line, l.kind, l.date, l.product, l.product_name, l.category, l.quantity, l.unit,
                       l.price, l.amount, l.cost, l.floor_price, l.currency, l.original_amount, l.region, l.channel, l.sales_person
                from ledger.pub_sales_line l
                left join accounts.pub_account a on a.id = l.account_id
                left join accounts.pub_account b on b.id = l.bill_to_id"""));
        prints.put("days", print("""
                select a.code, b.code, d.day, d.net_lines, d.net_amount, d.gross_lines, d.gross_amount, d.net_known_amount,
                       d.net_cost, d.gross_known_amount, d.gross_cost, d.documents, d.quantity, d.unknown_lines
                from ledger.pub_account_day d
                left join accounts.pub_account a on a.id = d.account_id
                left join accounts.pub_account b on b.id = d.bill_to_id"""));
        prints.put("months", print("""
                select a.code, d.month, d.net_lines, d.net_amount, d.gross_amount, d.documents
                from ledger.pub_account_month d left join accounts.pub_account a on a.id = d.account_id"""));
        prints.put("documents", print("select source, number, first_date, last_date from ledger.document"));
        prints.put(
                "products",
                print("select source, code, name, category, standard_cost, floor_price from ledger.pub_product"));
        prints.put("receivables", print("select number, issued, due, amount, disputed from ledger.pub_receivable"));
        prints.put("payments", print("select number, invoice, paid_on, amount from ledger.pub_payment"));
        prints.put("deliveries", print("select number, line, promised, delivered from ledger.pub_delivery"));
        prints.put("orders", print("""
                select number, line, product, ordered_on, requested, quantity, undelivered, undelivered_amount, amount, currency,
                       original_amount, cancelled from ledger.pub_order"""));
        prints.put("sell-out", print("select product, month, quantity, unit, region, stock from ledger.pub_sell_out"));
        prints.put("rates", print("select currency, date, rate from ledger.pub_rate"));
        prints.put("territories", print("select region, parent, name from ledger.pub_territory"));
        prints.put(
                "accounts",
                print(
                        "select code, name, category, region, credit_limit, payment_term_days from accounts.pub_account"));
        prints.put("state", print("select data_from, data_to from ledger.pub_state"));
        return prints;
    }

    private String print(String sql) {
        String counted = """
                select count(*) || ':' || coalesce(md5(string_agg(t.row, '|' order by t.row)), '')
                from (select r::text as row from (%s) r) t""".formatted(sql);
        return String.valueOf(text(counted));
    }

    private <T extends @Nullable Object> T ask(Supplier<T> question) {
        return Acting.asOperator(() -> transactions.execute(status -> question.get()));
    }
}
