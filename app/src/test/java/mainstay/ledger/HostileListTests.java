package mainstay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import mainstay.ledger.ImportReport.Status;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.ledger.file.Reason;
import mainstay.ledger.file.RowProblem;
import mainstay.shared.web.Texts;
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
    void a_file_of_headers_alone_is_refused() {
        for (String empty : List.of(HEADER, HEADER + ",,,\n,,,\n", HEADER.strip())) {
            ImportReport report = ledger.importText(Kind.SALES, empty);

            assertThat(report.status()).isEqualTo(Status.REFUSED);
            assertThat(report.problems()).extracting(RowProblem::reason).containsExactly(Reason.NO_ROWS);
        }
        assertThat(lines()).isZero();
    }

    @Test
    void a_quote_that_is_open_at_the_end_of_the_file_swallows_no_rows() {
        ImportReport last = ledger.importText(
                Kind.SALES,
                "customer,date,amount,document\nC001,2024-01-02,5,\"D1\nC002,2024-01-02,6,D2\n",
                ImportRequest::skippingBadRows);
        assertThat(last.status()).isEqualTo(Status.REFUSED);
        assertThat(last.problems())
                .extracting(RowProblem::reason, RowProblem::args)
                .containsExactly(tuple(Reason.QUOTE_NEVER_CLOSED, List.of("2")));

        StringBuilder many = new StringBuilder("customer,document,date,amount,product name\n");
        for (int i = 1; i <= 1_500; i++) {
            String product = i == 1_200 ? "\"19 inch rack" : i < 1_200 ? "\"two\nlines\"" : "rack";
            many.append("A1,I-%d,2024-01-05,1,%s\n".formatted(i, product));
        }
        ImportReport inside = ledger.importText(Kind.SALES, many.toString(), ImportRequest::skippingBadRows);
        assertThat(inside.status()).isEqualTo(Status.REFUSED);
        assertThat(inside.problems()).extracting(RowProblem::reason).containsExactly(Reason.QUOTE_NEVER_CLOSED);
        assertThat(inside.problems().getFirst().line()).isEqualTo(2 * 1_199 + 2);
        assertThat(lines()).isZero();
    }

    @Test
    void a_line_break_in_a_code_is_a_bad_row_and_in_a_name_a_blank() {
        ImportReport report = ledger.importText(Kind.SALES, """
                customer,customer name,document,product,date,amount
                A1,"Alder
                Ltd",I-1,P1,2024-01-05,5
                "A1
                A2",Alder,I-2,P1,2024-01-05,5
                A1,Alder,"I-3
                I-4",P1,2024-01-05,5
                A1,Alder,I-5,"P1
                P2",2024-01-05,5
                """, ImportRequest::skippingBadRows);

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.problems())
                .extracting(RowProblem::reason, RowProblem::column)
                .containsExactly(
                        tuple(Reason.LINE_BREAK, "customer"),
                        tuple(Reason.LINE_BREAK, "document"),
                        tuple(Reason.LINE_BREAK, "product"));
    }

    @Test
    void a_document_or_a_picture_under_the_name_of_a_table_is_no_table() {
        byte[] noise = new byte[50_000];
        new Random(7).nextBytes(noise);
        byte[] pdf = "%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\n".getBytes(StandardCharsets.UTF_8);
        for (byte[] bytes : List.of(noise, pdf)) {
            ImportReport report = ledger.run(ImportRequest.of(ledger.write(bytes, ".csv"), MappingWish.of(Kind.SALES)));
            assertThat(report.problems()).extracting(RowProblem::reason).containsExactly(Reason.NO_TABLE);
        }
    }

    @Test
    void a_bad_operand_of_a_calculation_is_quoted_and_not_the_calculation() {
        ImportReport report = ledger.importText(Kind.SALES, """
                customer,document,date,quantity,price
                A1,I-1,2024-01-05,2,3
                A1,I-2,2024-01-05,9e12,7e3
                A1,I-3,2024-01-05,2,x
                """, ImportRequest::skippingBadRows);

        assertThat(report.problems().stream()
                        .filter(problem -> String.valueOf(problem.column()).equals("amount")))
                .extracting(RowProblem::value)
                .containsExactly("9e12; 7e3", "x");
    }

    @Test
    void a_column_of_codes_with_nul_names_that_as_the_reason() {
        ImportReport report =
                ledger.importText(Kind.SALES, HEADER + "A\u00001,I-1,2024-01-05,1\n", ImportRequest::skippingBadRows);

        assertThat(report.problems()).extracting(RowProblem::reason).containsExactly(Reason.CONTROL_CHARACTER);
        assertThat(ReportSentences.of(report, new Texts(), Texts.ENGLISH).getFirst())
                .startsWith("Nothing was taken: all 1 rows are bad");
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
        ImportReport word = ledger.importText(
                Kind.SALES,
                "customer,document,date,amount,currency\nA1,I-3,2024-01-05,5,doubloon\nA1,I-4,2024-01-05,7,XQZ\n");
        assertThat(word.status()).isEqualTo(Status.REFUSED);
        assertThat(word.problems())
                .extracting(RowProblem::line, RowProblem::column, RowProblem::reason, RowProblem::value)
                .containsExactly(
                        tuple(2L, "currency", Reason.NO_SUCH_CURRENCY, "doubloon"),
                        tuple(3L, "currency", Reason.NO_SUCH_CURRENCY, "XQZ"));
    }

    @Test
    void a_currency_may_be_called_by_its_name_too() {
        ImportReport report = ledger.importText(Kind.SALES, """
                customer,document,date,amount,currency
                A1,I-1,2024-01-05,5,RMB
                A1,I-2,2024-01-05,7,人民币
                A1,I-3,2024-01-05,8,cny
                A1,I-4,2024-01-05,9,港元
                """);

        assertThat(report.status()).isEqualTo(Status.DONE);
        assertThat(
                        ledger.text(
                                "select string_agg(coalesce(currency, 'CNY'), ' ' order by document) from ledger.pub_sales_line"))
                .isEqualTo("CNY CNY CNY HKD");
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
        assertThat(report.problems()).extracting(RowProblem::reason).containsExactly(Reason.FILE_CUT_OFF);
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
