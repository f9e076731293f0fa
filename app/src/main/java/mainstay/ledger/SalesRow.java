package mainstay.ledger;

import java.time.LocalDate;
import java.util.List;
import mainstay.ledger.file.CopyText;
import mainstay.ledger.file.Field;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.RowSink;
import org.jspecify.annotations.Nullable;

/// One row of a sales file as it was understood, field by field. Reused while reading.
final class SalesRow implements RowSink {

    private static final List<Field> FIELDS = Kind.SALES.staged();

    static final int CUSTOMER = at("customer");
    static final int CUSTOMER_NAME = at("customerName");
    static final int BILL_TO = at("billTo");
    static final int DOCUMENT = at("document");
    static final int LINE = at("line");
    static final int KIND = at("kind");
    static final int DATE = at("date");
    static final int PRODUCT = at("product");
    static final int PRODUCT_NAME = at("productName");
    static final int CATEGORY = at("category");
    static final int QUANTITY = at("quantity");
    static final int UNIT = at("unit");
    static final int PRICE = at("price");
    static final int AMOUNT = at("amount");
    static final int CURRENCY = at("currency");
    static final int COST = at("cost");
    static final int FLOOR_PRICE = at("floorPrice");
    static final int REGION = at("region");
    static final int CHANNEL = at("channel");
    static final int SALES_PERSON = at("salesPerson");

    private final @Nullable String[] texts = new @Nullable String[FIELDS.size()];
    private final long[] numbers = new long[FIELDS.size()];
    private final boolean[] given = new boolean[FIELDS.size()];
    private int at;
    private long line;
    private boolean bad;

    /// The line of the file.
    long line() {
        return line;
    }

    boolean isBad() {
        return bad;
    }

    @Nullable
    String text(int field) {
        return texts[field];
    }

    long value(int field) {
        return numbers[field];
    }

    int day() {
        return Math.toIntExact(numbers[DATE]);
    }

    /// Without a document number, what an account bought on a day is one document; null where neither is told.
    @Nullable
    String document() {
        String number = texts[DOCUMENT];
        if (number != null || !given[DATE]) {
            return number;
        }
        String customer = texts[CUSTOMER];
        return LocalDate.ofEpochDay(numbers[DATE]) + "/" + (customer == null ? "" : customer);
    }

    void copyText(int field, CopyText out) {
        String text = texts[field];
        if (text == null) {
            out.nothing();
        } else {
            out.text(text);
        }
    }

    void copyNumber(int field, CopyText out) {
        if (given[field]) {
            out.number(numbers[field]);
        } else {
            out.nothing();
        }
    }

    @Override
    public void startRow(long fileLine) {
        line = fileLine;
        at = 0;
    }

    @Override
    public void dropRow() {
        at = 0;
    }

    @Override
    public void endRow() {
        if (at != FIELDS.size()) {
            throw new IllegalStateException(at + " fields instead of " + FIELDS.size() + " at line " + line);
        }
    }

    /// The only flag of a sales row says whether it is bad.
    @Override
    public void flag(boolean value) {
        bad = value;
    }

    @Override
    public void nothing() {
        texts[at] = null;
        given[at++] = false;
    }

    @Override
    public void number(long value) {
        texts[at] = null;
        numbers[at] = value;
        given[at++] = true;
    }

    @Override
    public void day(int epochDay) {
        number(epochDay);
    }

    @Override
    public void text(String value) {
        texts[at] = value;
        given[at++] = true;
    }

    private static int at(String name) {
        return FIELDS.indexOf(Kind.SALES.field(name).orElseThrow());
    }
}
