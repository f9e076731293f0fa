package mainstay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import mainstay.ledger.ImportReport.Status;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.ledger.file.Reason;
import mainstay.ledger.file.RowProblem;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// The rest of the list of hostile and broken files, one by one. Where the others are:
///
/// | what | test |
/// |---|---|
/// | wrong encoding, no table, ambiguous dates, absurd amounts, NUL, long fields | `HostileFileTests` |
/// | formulas, merged cells, hidden sheets, XML entities | `file.WorkbookTests` |
/// | zip bomb | `file.FileLimitsTests` |
/// | duplicate keys, replacing, withdrawing | `BatchStoryTests` |
/// | disk full, connections cut, cancel at any moment, two at once, withdraw during import | `InterruptedImportTests` |
/// | a process killed at random moments | `CrashTests` |
@Story
class HostileListTests {

    private static final String HEADER = "customer,document,date,amount\n";
    private static final String GOOD = "A1,I-1,2024-01-05,5\n";

    private final LedgerTestbed ledger;

    @Autowired
    HostileListTests(ImportDesk desk, BatchDesk batches, JdbcClient database, PlatformTransactionManager transactions) {
        ledger = new LedgerTestbed(desk, batches, database, transactions);
    }

    @BeforeEach
    void start_with_an_empty_ledger() {
        ledger.withdrawEverything();
    }

    @Test
    void mixed_separators_make_bad_rows_and_never_other_columns() {
        ImportReport report = ledger.importText(
                Kind.SALES,
                HEADER + GOOD + "A2;I-2;2024-01-05;5\nA3\tI-3\t2024-01-05\t5\n",
                ImportRequest::skippingBadRows);

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.problems())
                .extracting(RowProblem::reason)
                .containsExactly(Reason.WRONG_COLUMN_COUNT, Reason.WRONG_COLUMN_COUNT);
    }

    @Test
    void a_missing_column_is_named() {
        ImportReport report = ledger.importText(Kind.SALES, "customer,document,amount\nA1,I-1,5\n");

        assertThat(report.status()).isEqualTo(Status.REFUSED);
        assertThat(report.problems()).extracting(RowProblem::reason).containsExactly(Reason.NO_COLUMN_FOR_FIELD);
        assertThat(report.problems().getFirst().args()).contains("date");
    }

    @Test
    void a_file_of_headers_alone_changes_nothing() {
        ImportReport report = ledger.importText(Kind.SALES, HEADER);

        assertThat(report.accepted()).isZero();
        assertThat(lines()).isZero();
    }

    @Test
    void a_field_of_ten_megabytes_is_one_bad_row() {
        ImportReport report = ledger.importText(
                Kind.SALES,
                HEADER + GOOD + "\"" + "x".repeat(10_000_000) + "\",I-2,2024-01-05,1\n" + "A1,I-3,2024-01-05,2\n",
                ImportRequest::skippingBadRows);

        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.problems()).extracting(RowProblem::reason).containsExactly(Reason.FIELD_TOO_LARGE);
    }

    @Test
    void nul_bytes_between_and_in_fields_are_bad_rows() {
        ImportReport report = ledger.importText(
                Kind.SALES,
                HEADER + GOOD + "A\u00001,I-2,2024-01-05,1\nA1,I-3\u0000,2024-01-05,1\nA1,I-4,2024-01-05,1\u0000\n",
                ImportRequest::skippingBadRows);

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(3);
    }

    @Test
    void a_file_of_nul_bytes_is_refused() {
        Path file = ledger.write(new byte[100_000], ".csv");

        assertThat(ledger.run(ImportRequest.of(file, MappingWish.of(Kind.SALES)))
                        .status())
                .isEqualTo(Status.REFUSED);
    }

    @Test
    void years_of_legend_and_of_never_are_bad_rows() {
        ImportReport report = ledger.importText(
                Kind.SALES,
                HEADER + GOOD
                        + "A1,I-2,0000-01-01,1\nA1,I-3,0001-01-01,1\nA1,I-4,9999-12-31,1\nA1,I-5,-2024-01-05,1\n"
                        + "A1,I-6,12024-01-05,1\n",
                ImportRequest::skippingBadRows);

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(5);
    }

    @Test
    void an_unknown_currency_leaves_its_amounts_unknown_and_a_word_that_is_none_is_a_bad_row() {
        ImportReport report = ledger.importText(
                Kind.SALES,
                "customer,document,date,amount,currency\nA1,I-1,2024-01-05,5,\nA1,I-2,2024-01-05,7,XTS\n",
                ImportRequest::skippingBadRows);

        assertThat(report.status()).isEqualTo(Status.DONE);
        assertThat(ledger.count("select count(*) from ledger.pub_sales_line where amount is null"))
                .isEqualTo(1);
    }

    @Test
    void negative_amounts_are_money_that_goes_back() {
        ledger.importText(Kind.SALES, HEADER + GOOD + "A1,I-2,2024-01-05,-7.25\n");

        assertThat(ledger.money("select sum(amount) from ledger.pub_sales_line"))
                .isEqualByComparingTo("-2.25");
    }

    @Test
    void a_file_cut_in_the_middle_of_a_row_is_refused_for_that_row() {
        String whole = HEADER + GOOD + "A1,I-2,2024-01-05,7\n";
        ImportReport report = ledger.importText(Kind.SALES, whole.substring(0, whole.length() - 12));

        assertThat(report.status()).isEqualTo(Status.REFUSED);
        assertThat(report.problems()).extracting(RowProblem::line).containsExactly(3L);
        assertThat(lines()).isZero();
    }

    @Test
    void a_packed_file_cut_in_half_is_refused_whole() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(HEADER.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 50_000; i++) {
                out.write("A%d,I-%d,2024-01-05,%d\n"
                        .formatted(i % 97, i, i * 31 % 1009)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);

        ImportReport report = ledger.run(ImportRequest.of(ledger.write(half, ".csv.gz"), MappingWish.of(Kind.SALES)));

        assertThat(report.status()).isEqualTo(Status.REFUSED);
        assertThat(lines()).isZero();
    }

    @Test
    void the_same_file_twice_says_so() {
        Path file = ledger.write(HEADER + GOOD);
        ledger.importFile(Kind.SALES, file);

        assertThat(ledger.importFile(Kind.SALES, file).status()).isEqualTo(Status.ALREADY_IMPORTED);
        assertThat(lines()).isEqualTo(1);
    }

    private long lines() {
        return ledger.count("select count(*) from ledger.pub_sales_line");
    }
}
