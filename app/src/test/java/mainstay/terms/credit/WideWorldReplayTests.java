package mainstay.terms.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.testing.SharedData;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// May 2016 at Wide World Importers once more, day by day: each morning brings the invoices and payments of the day
/// before, and whoever has a limit is asked about before the day's own invoices are written. What is right is added up
/// here from the published file, line by line.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WideWorldReplayTests {

    private static final String CUSTOMERS = "data/wide-world-importers/csv/Sales.Customers.csv";
    private static final String TRANSACTIONS = "data/wide-world-importers/csv/Sales.CustomerTransactions.csv.gz";
    private static final LocalDate FIRST = LocalDate.of(2016, 5, 1);
    private static final LocalDate LAST = LocalDate.of(2016, 5, 31);

    @Autowired
    ImportDesk desk;

    @Autowired
    CreditDesk credit;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    private final Map<String, BigDecimal> limits = new HashMap<>();
    private final Map<String, BigDecimal> owed = new HashMap<>();
    private Path folder = Path.of("");
    private String heading = "";
    private List<Entry> entries = List.of();
    private int asked;
    private int held;

    /// A line of the published file: an invoice, or a payment where the amount is below nought.
    private record Entry(String line, String customer, LocalDate day, BigDecimal amount) {

        static Entry of(String line) {
            String[] cells = line.split(",", -1);
            return new Entry(line, cells[1], LocalDate.parse(cells[5].substring(0, 10)), new BigDecimal(cells[8]));
        }

        boolean isInvoice() {
            return amount.signum() > 0;
        }
    }

    @BeforeAll
    void everything_up_to_april(@TempDir Path days) throws IOException {
        folder = days;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedData.file(TRANSACTIONS))), StandardCharsets.UTF_8))) {
            heading = Objects.requireNonNull(lines.readLine());
            entries = lines.lines().map(Entry::of).toList();
        }
        load(SharedData.file(CUSTOMERS), Kind.ACCOUNTS, "wwi-accounts");
        Acting.asOperator(() -> new TransactionTemplate(transactions)
                .execute(status -> database.sql("""
                                select a.code, a.credit_limit from accounts.pub_account a where a.credit_limit is not null
                                """)
                        .query((row, number) ->
                                limits.put(row.getString("code"), BigDecimal.valueOf(row.getLong("credit_limit"), 4)))
                        .list()));
        arrive(entries.stream().filter(entry -> entry.day().isBefore(FIRST)).toList());
    }

    private void arrive(List<Entry> some) throws IOException {
        for (Kind kind : List.of(Kind.RECEIVABLES, Kind.PAYMENTS)) {
            List<String> lines = some.stream()
                    .filter(entry -> entry.isInvoice() == (kind == Kind.RECEIVABLES))
                    .map(Entry::line)
                    .toList();
            if (!lines.isEmpty()) {
                Path file = Files.createTempFile(folder, "day", ".csv");
                Files.write(
                        file, Stream.concat(Stream.of(heading), lines.stream()).toList());
                load(file, kind, kind == Kind.RECEIVABLES ? "wwi-receivables" : "wwi-payments");
            }
        }
        some.forEach(entry -> owed.merge(entry.customer(), entry.amount(), BigDecimal::add));
    }

    private void load(Path file, Kind kind, String profile) {
        MappingWish wish = new MappingWish(Optional.of(kind), profile, Map.of(), null, null);
        Acting.asOperator(() -> desk.run(ImportRequest.of(file, wish)));
    }

    @Test
    void every_answer_of_a_month_is_what_the_published_lines_add_up_to() throws IOException {
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            LocalDate today = day;
            List<Entry> ofToday =
                    entries.stream().filter(entry -> entry.day().equals(today)).toList();
            List<Entry> invoices = new ArrayList<>(ofToday.stream()
                    .filter(entry -> entry.isInvoice() && limits.containsKey(entry.customer()))
                    .toList());
            for (Entry invoice : invoices) {
                ask(today, invoice);
            }
            arrive(ofToday);
        }

        assertThat(asked).isEqualTo(770);
        assertThat(held).isEqualTo(362);
    }

    private void ask(LocalDate day, Entry invoice) {
        BigDecimal limit = Objects.requireNonNull(limits.get(invoice.customer()));
        BigDecimal exposure = owed.getOrDefault(invoice.customer(), BigDecimal.ZERO);
        boolean fits = exposure.add(invoice.amount()).compareTo(limit) <= 0;

        CreditAnswer answer = Acting.asOperator(() -> credit.check(
                new CreditQuestion(invoice.customer(), "quote", invoice.amount(), null, null, null),
                "replay-" + asked++,
                Locale.ENGLISH));

        assertThat(answer.exposure()).as("%s %s", day, invoice.line()).isEqualByComparingTo(exposure);
        assertThat(answer.headRoom()).isEqualByComparingTo(limit.subtract(exposure));
        assertThat(answer.decision()).as("%s %s", day, invoice.line()).isEqualTo(fits ? "allowed" : "warn");
        held += fits ? 0 : 1;
    }
}
