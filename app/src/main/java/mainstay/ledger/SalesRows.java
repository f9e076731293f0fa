package mainstay.ledger;

import static mainstay.ledger.SalesRow.AMOUNT;
import static mainstay.ledger.SalesRow.BILL_TO;
import static mainstay.ledger.SalesRow.CATEGORY;
import static mainstay.ledger.SalesRow.CHANNEL;
import static mainstay.ledger.SalesRow.COST;
import static mainstay.ledger.SalesRow.CURRENCY;
import static mainstay.ledger.SalesRow.CUSTOMER;
import static mainstay.ledger.SalesRow.CUSTOMER_NAME;
import static mainstay.ledger.SalesRow.FLOOR_PRICE;
import static mainstay.ledger.SalesRow.KIND;
import static mainstay.ledger.SalesRow.LINE;
import static mainstay.ledger.SalesRow.PRICE;
import static mainstay.ledger.SalesRow.PRODUCT;
import static mainstay.ledger.SalesRow.PRODUCT_NAME;
import static mainstay.ledger.SalesRow.QUANTITY;
import static mainstay.ledger.SalesRow.REGION;
import static mainstay.ledger.SalesRow.SALES_PERSON;
import static mainstay.ledger.SalesRow.UNIT;

import java.sql.SQLException;
import java.util.Locale;
import mainstay.ledger.StagedDocuments.Document;
import mainstay.ledger.file.CopyText;
import mainstay.ledger.file.RowSink;
import org.jspecify.annotations.Nullable;

/// Sales lines, which wait as the ledger will hold them: codes and documents get their numbers while the file is read.
final class SalesRows implements StagedRows {

    private static final int SIDES = 1 << 22;

    private final SalesRow row = new SalesRow();
    private final SalesLinesCopy lines;
    private final SidesCopy sides;
    private final StagedCodes accounts;
    private final StagedCodes products;
    private final StagedDocuments documents;
    private final CopyText seen = new CopyText();
    private final CopyText places = new CopyText();
    private final Arrival arrival;
    private final boolean linesGiven;

    SalesRows(SalesLinesCopy lines, SidesCopy sides, SalesNumbers numbers, Arrival arrival) {
        this.lines = lines;
        this.sides = sides;
        this.accounts = numbers.accounts(arrival.source());
        this.products = numbers.products(arrival.source());
        this.documents = numbers.documents();
        this.arrival = arrival;
        this.linesGiven = arrival.file().maps("line");
    }

    /// Takes rows of one of the tables beside the lines.
    interface SidesCopy {
        void copy(String table, String columns, CopyText rows) throws SQLException;
    }

    @Override
    public RowSink sink() {
        return row;
    }

    @Override
    public boolean take() throws SQLException {
        String number = row.document();
        Document document = number == null ? null : documents.of(number);
        long place = document == null ? 0 : document.nextRow();
        if (row.isBad()) {
            notePlace(document, place);
        } else if (document == null) {
            throw new IllegalStateException("a good line without a day at line " + row.line());
        } else {
            stage(document, linesGiven ? row.value(LINE) : place);
        }
        if (documents.isFull() || sideLength() > SIDES) {
            lines.end();
            documents.writeTo(seen);
            copySides();
        }
        return lines.sendFull();
    }

    @Override
    public void finish() throws SQLException {
        lines.end();
        documents.writeAllTo(seen);
        copySides();
        lines.finish();
    }

    @Override
    public void close() throws SQLException {
        lines.close();
    }

    private void stage(Document document, long line) throws SQLException {
        document.add(line, row.day());
        lines.reach(row.day());
        CopyText out = lines.text();
        out.startRow(document.id());
        out.number(line);
        copyCodes(out);
        row.copyNumber(QUANTITY, out);
        row.copyNumber(PRICE, out);
        String currency = foreignCurrency();
        if (currency != null) {
            document.addForeignMoney();
        }
        copyMoney(currency, out);
        out.number(arrival.batch());
        out.number(row.line());
        out.day(row.day());
        out.flag("credit".equals(row.text(KIND)));
        row.copyText(UNIT, out);
        copy(currency, out);
        row.copyText(REGION, out);
        row.copyText(CHANNEL, out);
        row.copyText(SALES_PERSON, out);
        out.endRow();
    }

    private void copyCodes(CopyText out) {
        String customer = row.text(CUSTOMER);
        String billTo = row.text(BILL_TO);
        String product = row.text(PRODUCT);
        long fileLine = row.line();
        Long account = customer == null ? null : accounts.customer(customer, row.text(CUSTOMER_NAME), fileLine);
        Long billed = billTo == null ? account : Long.valueOf(accounts.billed(billTo, fileLine));
        copy(account, out);
        copy(billed, out);
        copy(
                product == null
                        ? null
                        : Long.valueOf(products.product(product, row.text(PRODUCT_NAME), row.text(CATEGORY), fileLine)),
                out);
    }

    /// Foreign money is kept as it is; what it comes to in the firm's currency is found when the line is published.
    private void copyMoney(@Nullable String foreign, CopyText out) {
        if (foreign == null) {
            row.copyNumber(AMOUNT, out);
            row.copyNumber(COST, out);
            row.copyNumber(FLOOR_PRICE, out);
            out.nothing();
            out.nothing();
        } else {
            out.nothing();
            out.nothing();
            row.copyNumber(FLOOR_PRICE, out);
            row.copyNumber(AMOUNT, out);
            row.copyNumber(COST, out);
        }
    }

    private @Nullable String foreignCurrency() {
        String currency = row.text(CURRENCY);
        if (currency == null) {
            return null;
        }
        String upper = currency.toUpperCase(Locale.ROOT);
        return upper.equals(arrival.currency()) ? null : upper;
    }

    private void notePlace(@Nullable Document document, long place) {
        if (!linesGiven) {
            places.startRow(row.line());
            copy(document == null ? null : Long.valueOf(document.id()), places);
            places.number(place);
            places.endRow();
        }
    }

    private int sideLength() {
        return accounts.rows().length() + products.rows().length() + places.length();
    }

    private void copySides() throws SQLException {
        sides.copy("sales_account", "id, code, file_line, name, billed", accounts.rows());
        sides.copy("sales_product", "id, code, file_line, name, category", products.rows());
        sides.copy("sales_document", "id, number, first_date, last_date, rows, ascending, foreign_money", seen);
        sides.copy("sales_place", "file_line, document_id, line", places);
    }

    private static void copy(@Nullable Long value, CopyText out) {
        if (value == null) {
            out.nothing();
        } else {
            out.number(value);
        }
    }

    private static void copy(@Nullable String value, CopyText out) {
        if (value == null) {
            out.nothing();
        } else {
            out.text(value);
        }
    }
}
