package mainstay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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

/// Files that want to do harm, or only look as if: each bad row gets its reason, and nothing else happens.
@Story
class HostileFileTests {

    private static final String HEADER = "customer,document,date,amount\n";

    private final LedgerTestbed ledger;

    @Autowired
    HostileFileTests(ImportDesk desk, BatchDesk batches, JdbcClient database, PlatformTransactionManager transactions) {
        ledger = new LedgerTestbed(desk, batches, database, transactions);
    }

    @BeforeEach
    void start_with_an_empty_ledger() {
        ledger.withdrawEverything();
    }

    @Test
    void every_bad_row_has_its_line_and_reason_and_the_good_ones_come_in() {
        ImportReport report = ledger.importText(
                Kind.SALES,
                HEADER + "A1,I-0,2024-01-05,1\n"
                        + "A1,I-1,2024-01-05,NaN\n"
                        + "A1,I-2,2024-01-05,Infinity\n"
                        + "A1,I-3,2024-01-05,1e999999999\n"
                        + "A1,I-4,2024-01-05,99999999999999999999\n"
                        + "A1,I-5,0000-01-05,1\n"
                        + "A1,I-6,9999-12-31,1\n"
                        + "A1,I-7,2024-02-30,1\n"
                        + "A1,I-8,,1\n"
                        + "A1,I-9,2024-01-05,\n"
                        + "A1,I-10,2024-01-05\n"
                        + "A1,I-11,2024-01-05,1,surplus\n"
                        + "A\u0000B,I-12,2024-01-05,1\n"
                        + "A\u0007,I-13,2024-01-05,1\n"
                        + "A".repeat(101) + ",I-14,2024-01-05,1\n"
                        + "A".repeat(2_000_000) + ",I-15,2024-01-05,1\n"
                        + "A1,I-16,2024-01-06,2\n",
                ImportRequest::skippingBadRows);
        assertThat(report.status()).isEqualTo(Status.DONE);
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.rejected()).isEqualTo(15);
        assertThat(report.problems().stream().map(RowProblem::reason))
                .containsExactly(
                        Reason.NOT_A_NUMBER,
                        Reason.NOT_A_NUMBER,
                        Reason.NOT_A_NUMBER,
                        Reason.NUMBER_TOO_LARGE,
                        Reason.DATE_OUT_OF_RANGE,
                        Reason.DATE_OUT_OF_RANGE,
                        Reason.NOT_A_DATE,
                        Reason.MISSING,
                        Reason.MISSING,
                        Reason.WRONG_COLUMN_COUNT,
                        Reason.WRONG_COLUMN_COUNT,
                        Reason.CONTROL_CHARACTER,
                        Reason.CONTROL_CHARACTER,
                        Reason.TEXT_TOO_LONG,
                        Reason.FIELD_TOO_LARGE);
        assertThat(report.problems().stream().map(RowProblem::line))
                .containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L, 16L, 17L);
    }

    @Test
    void names_that_look_like_programs_are_only_names() {
        List<String> names = List.of(
                "Robert'); drop table ledger.batch;--",
                "<script>alert(1)</script>",
                "=cmd|' /C calc'!A0",
                "\u200Fשלום",
                "😀 emoji 客户",
                "back\\slash \\N \\.");
        StringBuilder file = new StringBuilder("customer,customer name,document,date,amount\n");
        for (int i = 0; i < names.size(); i++) {
            file.append("H%d,\"%s\",I-%d,2024-01-05,1\n".formatted(i, names.get(i), i));
        }
        file.append("\\N,Backslash code,I-99,2024-01-05,1\n");
        assertThat(ledger.importText(Kind.SALES, file.toString()).accepted()).isEqualTo(names.size() + 1);
        for (int i = 0; i < names.size(); i++) {
            assertThat(ledger.text("select name from accounts.pub_account where code = 'H" + i + "'"))
                    .isEqualTo(names.get(i));
        }
        assertThat(ledger.text("select code from accounts.pub_account where name = 'Backslash code'"))
                .isEqualTo("\\N");
    }

    @Test
    void a_code_of_dots_or_broken_lines_names_no_account() {
        ImportReport report = ledger.importText(
                Kind.SALES,
                HEADER + "A1,I-0,2024-01-05,1\n"
                        + ".,I-1,2024-01-05,1\n"
                        + "..,I-2,2024-01-05,1\n"
                        + "\"A\nB\",I-3,2024-01-05,1\n"
                        + "A\u2028B,I-4,2024-01-05,1\n"
                        + "A/B;%\\,.,2024-01-05,1\n",
                ImportRequest::skippingBadRows);
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.problems().stream().map(RowProblem::reason))
                .containsExactly(
                        Reason.UNUSABLE_CODE, Reason.UNUSABLE_CODE, Reason.LINE_BREAK, Reason.CONTROL_CHARACTER);
    }

    @Test
    void encodings_are_found_by_looking() {
        String text = "客户编码,客户名称,单据编号,单据日期,数量,单价\nK1,上海砥柱贸易有限公司,D-1,2024年1月5日,2,3.5\n";
        List<byte[]> files = List.of(
                text.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).replace("K1", "K2").replace("D-1", "D-2").getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).replace("K1", "K3").replace("D-1", "D-3").getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + text).replace("K1", "K4").replace("D-1", "D-4").getBytes(StandardCharsets.UTF_16BE),
                text.replace("K1", "K5").replace("D-1", "D-5").getBytes(Charset.forName("GB18030")));
        for (byte[] bytes : files) {
            Path file = ledger.write(bytes, ".csv");
            ImportReport report = ledger.run(ImportRequest.of(file, MappingWish.of(Kind.SALES)));
            assertThat(report.status()).as(Arrays.toString(bytes)).isEqualTo(Status.DONE);
            assertThat(report.amount()).isEqualTo(70_000);
        }
        assertThat(ledger.count("select count(*) from accounts.pub_account where name = '上海砥柱贸易有限公司'"))
                .isEqualTo(5);
    }

    @Test
    void what_is_no_table_is_refused_with_a_sentence() {
        assertThat(reason("")).isEqualTo(Reason.FILE_EMPTY);
        assertThat(reason("just some words\nand more\n")).isEqualTo(Reason.NO_COLUMN_FOR_FIELD);
        assertThat(reason(HEADER + "A1,\"never closed,2024-01-05,1\n" + "x".repeat(20_000_000)))
                .isEqualTo(Reason.FILE_BROKEN);
        Path gzip = ledger.write(new byte[] {1, 2, 3}, ".csv.gz");
        assertThat(ledger.run(ImportRequest.of(gzip, MappingWish.of(Kind.SALES)))
                        .problems()
                        .getFirst()
                        .reason())
                .isEqualTo(Reason.FILE_UNREADABLE);
        Path sheet = ledger.write(new byte[] {1, 2, 3}, ".exe");
        assertThat(ledger.run(ImportRequest.of(sheet, MappingWish.of(Kind.SALES)))
                        .problems()
                        .getFirst()
                        .reason())
                .isEqualTo(Reason.FILE_TYPE);
        Path nowhere = Path.of("nowhere.csv");
        assertThat(ledger.run(ImportRequest.of(nowhere, MappingWish.of(Kind.SALES)))
                        .status())
                .isEqualTo(Status.REFUSED);
    }

    @Test
    void month_or_day_first_is_never_guessed() {
        assertThat(reason(HEADER + "A1,I-1,03/04/2024,1\n")).isEqualTo(Reason.DATE_ORDER_UNCLEAR);
        ImportReport certain = ledger.importText(Kind.SALES, HEADER + "A1,I-1,03/04/2024,1\nA1,I-2,13/04/2024,1\n");
        assertThat(certain.from()).hasToString("2024-04-03");
    }

    @Test
    void a_file_of_bad_rows_only_is_refused_with_all_of_them() {
        StringBuilder file = new StringBuilder(HEADER).append("A1,I-1,2024-01-05,1\n");
        for (int i = 0; i < 5_000; i++) {
            file.append("A1,I-1,2024-01-05,x\n");
        }
        ImportReport report = ledger.importText(Kind.SALES, file.toString());
        assertThat(report.status()).isEqualTo(Status.REFUSED);
        assertThat(report.rejected()).isEqualTo(5_000);
        assertThat(report.problems()).hasSize(100);
    }

    private Reason reason(String text) {
        ImportReport report = ledger.importText(Kind.SALES, text);
        assertThat(report.status()).isEqualTo(Status.REFUSED);
        return report.problems().getFirst().reason();
    }
}
