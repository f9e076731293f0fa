package mainstay.ledger.file;

import static mainstay.ledger.file.Field.columnNeeded;
import static mainstay.ledger.file.Field.needed;
import static mainstay.ledger.file.Field.optional;
import static mainstay.ledger.file.FieldType.ACCOUNT;
import static mainstay.ledger.file.FieldType.CODE;
import static mainstay.ledger.file.FieldType.CURRENCY;
import static mainstay.ledger.file.FieldType.DATE;
import static mainstay.ledger.file.FieldType.DOCUMENT_KIND;
import static mainstay.ledger.file.FieldType.EXACT;
import static mainstay.ledger.file.FieldType.FLAG;
import static mainstay.ledger.file.FieldType.LIMIT;
import static mainstay.ledger.file.FieldType.MONTH;
import static mainstay.ledger.file.FieldType.NAME;
import static mainstay.ledger.file.FieldType.NUMBER;
import static mainstay.ledger.file.FieldType.PERCENT;
import static mainstay.ledger.file.FieldType.TERM;
import static mainstay.ledger.file.FieldType.WHOLE;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a file can bring into the ledger, with the fields of its rows in the order of the staging columns.
public enum Kind {
    SALES(
            columnNeeded("customer", ACCOUNT),
            optional("customerName", NAME),
            optional("billTo", ACCOUNT),
            optional("document", CODE),
            optional("line", WHOLE),
            optional("kind", DOCUMENT_KIND),
            needed("date", DATE),
            optional("product", CODE),
            optional("productName", NAME),
            optional("category", NAME),
            optional("quantity", NUMBER),
            optional("unit", CODE),
            optional("price", NUMBER),
            needed("amount", NUMBER),
            optional("currency", CURRENCY),
            optional("cost", NUMBER),
            optional("unitCost", NUMBER),
            optional("floorPrice", NUMBER),
            optional("region", NAME),
            optional("channel", NAME),
            optional("salesPerson", NAME)),
    ACCOUNTS(
            needed("code", ACCOUNT),
            optional("name", NAME),
            optional("parent", ACCOUNT),
            optional("holding", PERCENT),
            optional("category", NAME),
            optional("region", NAME),
            optional("manager", CODE),
            optional("managerName", NAME),
            optional("creditLimit", LIMIT),
            optional("paymentTerm", TERM),
            optional("openedOn", DATE),
            optional("closedOn", DATE)),
    RECEIVABLES(
            needed("number", CODE),
            needed("account", ACCOUNT),
            needed("issued", DATE),
            optional("due", DATE),
            needed("amount", NUMBER),
            optional("currency", CURRENCY),
            optional("disputed", FLAG),
            optional("acceptance", DATE)),
    PAYMENTS(
            optional("number", CODE),
            optional("invoice", CODE),
            needed("account", ACCOUNT),
            needed("date", DATE),
            needed("amount", NUMBER),
            optional("currency", CURRENCY)),
    ORDERS(
            needed("number", CODE),
            optional("line", WHOLE),
            needed("account", ACCOUNT),
            needed("date", DATE),
            optional("requested", DATE),
            optional("product", CODE),
            optional("quantity", NUMBER),
            optional("undelivered", NUMBER),
            optional("undeliveredAmount", NUMBER),
            optional("amount", NUMBER),
            optional("currency", CURRENCY),
            optional("cancelled", FLAG)),
    DELIVERIES(
            needed("number", CODE),
            optional("line", WHOLE),
            needed("account", ACCOUNT),
            optional("product", CODE),
            optional("requested", DATE),
            optional("promised", DATE),
            optional("delivered", DATE),
            optional("quantityOrdered", NUMBER),
            optional("quantityDelivered", NUMBER),
            optional("unit", CODE),
            optional("batchSize", NUMBER)),
    SELLOUT(
            needed("account", ACCOUNT),
            needed("product", CODE),
            needed("period", MONTH),
            needed("quantity", NUMBER),
            optional("unit", CODE),
            optional("region", NAME),
            optional("stock", NUMBER)),
    PRODUCTS(
            needed("code", CODE),
            optional("name", NAME),
            optional("category", NAME),
            optional("standardCost", NUMBER),
            optional("floorPrice", NUMBER),
            optional("floorFrom", DATE),
            optional("floorTo", DATE),
            optional("unit", CODE)),
    TERRITORIES(needed("region", CODE), optional("parent", CODE), optional("name", NAME), optional("account", ACCOUNT)),
    RATES(needed("currency", CURRENCY), needed("date", DATE), needed("rate", EXACT));

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of records
    private final List<Field> fields;

    Kind(Field... fields) {
        this.fields = List.of(fields);
    }

    public List<Field> fields() {
        return fields;
    }

    /// The fields that have a column in the staging table; a cost per unit becomes the cost of the line before.
    public List<Field> staged() {
        return fields.stream().filter(field -> !field.name().equals("unitCost")).toList();
    }

    /// The staging table of the kind.
    public String stagingTable() {
        return switch (this) {
            case SALES -> "sales_line";
            case ACCOUNTS -> "account_row";
            case RECEIVABLES -> "receivable_row";
            case PAYMENTS -> "payment_row";
            case ORDERS -> "order_row";
            case DELIVERIES -> "delivery_row";
            case SELLOUT -> "sellout_row";
            case PRODUCTS -> "product_row";
            case TERRITORIES -> "territory_row";
            case RATES -> "rate_row";
        };
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /// Whether any kind has a field of this name.
    public static boolean knowsField(String name) {
        return Arrays.stream(values()).anyMatch(kind -> kind.field(name).isPresent());
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
