package mainstay.portfolio.drill;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import mainstay.shared.Money;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;

/// The table of a slice as a file: all of it, exact, in the reader's language.
record DrillTable(Slice slice, boolean named, List<Part> parts, List<SoldDocument> documents, List<LedgerLine> lines) {

    String fileName() {
        return "%s-by-%s.csv".formatted(slice.measure().code(), slice.cut().code());
    }

    List<String> header(Texts texts, Locale locale) {
        return columns().stream().map(key -> texts.get(locale, key)).toList();
    }

    Stream<List<String>> rows(Texts texts, Locale locale) {
        return switch (slice.cut()) {
            case DOCUMENT -> documents.stream().map(this::row);
            case LINE -> lines.stream().map(line -> row(line, texts, locale));
            case MONTH, CATEGORY, REGION, PRODUCT, ACCOUNT -> parts.stream().map(part -> row(part, texts, locale));
        };
    }

    private List<String> columns() {
        return switch (slice.cut()) {
            case DOCUMENT ->
                List.of(
                        "business.lineDay",
                        "business.document",
                        "drill.code",
                        "portfolio.account",
                        "drill.lines",
                        "business.amount",
                        "drill.measure.returns",
                        "drill.measure.profit",
                        "business.quantity",
                        "drill.unit");
            case LINE ->
                List.of(
                        "business.lineDay",
                        "business.document",
                        "drill.line",
                        "drill.kind",
                        "drill.code",
                        "portfolio.account",
                        "drill.productCode",
                        "business.product",
                        "drill.by.category",
                        "drill.by.region",
                        "business.quantity",
                        "drill.unit",
                        "drill.price",
                        "business.amount",
                        "drill.cost",
                        "drill.measure.profit",
                        "drill.import",
                        "drill.fileLine",
                        "units.counted",
                        "units.countedIn");
            case MONTH, CATEGORY, REGION, PRODUCT, ACCOUNT ->
                List.of(
                        "drill.code",
                        "business.name",
                        "drill.measure.revenue",
                        "drill.revenueBefore",
                        "drill.measure.returns",
                        "drill.measure.profit",
                        "drill.known",
                        "drill.measure.orders",
                        "drill.measure.quantity",
                        "drill.lines",
                        "drill.unit");
        };
    }

    private List<String> row(Part part, Texts texts, Locale locale) {
        Sales before = part.before();
        return List.of(
                slice.cut() == Cut.MONTH ? part.key() : text(part.code()),
                texts.get(locale, SalesDrill.name(slice, part)),
                money(part.now().revenue()),
                money(before == null ? null : before.revenue()),
                money(part.now().returned()),
                money(part.now().profit()),
                money(part.now().known()),
                String.valueOf(part.now().orders()),
                money(part.now().quantity().amount()),
                String.valueOf(part.now().lines()),
                part.now().quantity().unit());
    }

    private List<String> row(SoldDocument document) {
        return List.of(
                document.date().toString(),
                text(document.number()),
                text(document.code()),
                text(document.name()),
                String.valueOf(document.lines()),
                money(document.amount()),
                money(document.returned()),
                money(document.profit()),
                money(document.sold().amount()),
                document.sold().unit());
    }

    private List<String> row(LedgerLine line, Texts texts, Locale locale) {
        return List.of(
                line.date().toString(),
                text(line.document()),
                String.valueOf(line.line()),
                texts.get(locale, line.isCredit() ? "drill.credit" : "drill.invoice"),
                text(line.code()),
                text(line.name()),
                text(line.product()),
                text(line.productName()),
                text(line.category()),
                text(line.region()),
                money(line.quantity()),
                text(line.unit()),
                money(line.price()),
                money(line.amount()),
                money(line.cost()),
                money(line.profit()),
                String.valueOf(line.batchId()),
                String.valueOf(line.fileLine()),
                money(line.counted()),
                line.countedIn());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String money(@Nullable Long value) {
        BigDecimal decimal = Money.decimal(value);
        return decimal == null ? "" : decimal.toPlainString();
    }
}
