package mainstay.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import mainstay.ledger.file.Kind;
import org.springframework.stereotype.Component;

/// The wholesale ledger, moved to the present, with its overlay of late payers, returns, cost to serve, leavers
/// and grounds for findings.
@Component
final class WideWorldImporters implements Sample {

    private static final LocalDate LAST_DAY = LocalDate.of(2016, 5, 31);
    private static final String OVERLAY = "overlay/";

    private final SampleImports imports;
    private final SampleOpinions opinions;
    private final SampleArchive archive;
    private final SampleContacts contacts;

    WideWorldImporters(SampleImports imports, SampleOpinions opinions, SampleArchive archive, SampleContacts contacts) {
        this.contacts = contacts;
        this.imports = imports;
        this.opinions = opinions;
        this.archive = archive;
    }

    @Override
    public String name() {
        return "wide-world-importers";
    }

    @Override
    public String firm() {
        return "Wide World Importers (sample)";
    }

    @Override
    public String currency() {
        return "USD";
    }

    @Override
    public String noticeKey() {
        return "sample.notice.wideWorldImporters";
    }

    @Override
    public WeekShift shift(LocalDate today) {
        return WeekShift.endingBefore(today, LAST_DAY);
    }

    @Override
    public void load(Path directory, WeekShift shift, Path workshop, Progress progress) {
        try {
            DroppedInvoices dropped = DroppedInvoices.in(directory.resolve(OVERLAY + "dropped-invoices.csv"));
            ShippedElsewhere elsewhere = ShippedElsewhere.in(directory.resolve(OVERLAY + "shipped-elsewhere.csv"));
            files(dropped, elsewhere)
                    .forEach(
                            (what, file) -> progress.imported(what, imports.shifted(directory, file, shift, workshop)));
            opinions.costToServe(directory.resolve(OVERLAY + "cost-to-serve.properties"));
            opinions.assessments(directory.resolve(OVERLAY + "assessments.csv"), shift);
            opinions.barriers(directory.resolve(OVERLAY + "barriers.csv"), shift);
            archive.facts(directory.resolve(OVERLAY + "archive-facts.csv"), shift);
            contacts.people(directory.resolve(OVERLAY + "people.csv"), shift);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// In the order in which they lean on each other.
    static Map<String, SampleFile> files(DroppedInvoices dropped, ShippedElsewhere elsewhere) {
        Map<String, SampleFile> files = new LinkedHashMap<>();
        files.put("territories", SampleFile.of("territories.csv", Kind.TERRITORIES));
        files.put("accounts", SampleFile.of("accounts.csv", Kind.ACCOUNTS, "openedOn"));
        files.put(
                "territories of accounts (invented)",
                SampleFile.of(OVERLAY + "territory-accounts.csv", Kind.TERRITORIES));
        files.put("products", SampleFile.of("products.csv", Kind.PRODUCTS));
        files.put("floor prices (invented)", SampleFile.of(OVERLAY + "floor-prices.csv", Kind.PRODUCTS));
        files.put(
                "sales",
                SampleFile.of("sales.csv.gz", Kind.SALES, "date")
                        .without("document", dropped.documents())
                        .shipped(elsewhere));
        files.put("sell-out (invented)", SampleFile.of(OVERLAY + "sell-out.csv", Kind.SELLOUT, "month"));
        files.put("returns (invented)", SampleFile.of(OVERLAY + "returns.csv.gz", Kind.SALES, "date"));
        files.put(
                "receivables",
                SampleFile.of("receivables.csv.gz", Kind.RECEIVABLES, "issued", "due")
                        .without("number", dropped.documents()));
        files.put("payments (invented)", SampleFile.of(OVERLAY + "payments-late.csv.gz", Kind.PAYMENTS, "date"));
        files.put(
                "deliveries",
                SampleFile.of("deliveries.csv.gz", Kind.DELIVERIES, "requested", "promised", "delivered")
                        .without("number", dropped.orders()));
        return files;
    }
}
