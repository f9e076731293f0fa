package mainstay.ledger.file;

import static mainstay.ledger.file.HandMadeWorkbook.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the rows of a workbook become, and which workbooks are not opened.
class WorkbookTests {

    private static final String GOOD =
            "<row r=\"2\">" + text("A2", "A1") + text("B2", "2024-01-05") + "<c r=\"C2\"><v>1.5</v></c></row>";

    @TempDir
    private Path folder = Path.of("");

    /// Writes the sheets of a workbook.
    @FunctionalInterface
    private interface Filling {
        void fill(org.dhatim.fastexcel.Workbook workbook) throws IOException;
    }

    @Test
    void titles_above_chinese_headers_are_passed_over() throws Exception {
        Path file = written(workbook -> {
            Worksheet sheet = workbook.newWorksheet("销售");
            sheet.value(0, 0, "砥柱公司销售明细");
            sheet.range(0, 0, 0, 3).merge();
            sheet.value(1, 0, "2024 年");
            row(sheet, 3, "客户编码", "客户名称", "单据日期", "金额");
            row(sheet, 4, "K1", "上海贸易", "2024年1月5日", 12.5);
            row(sheet, 5, "K2", "北京贸易", "2024年1月6日", 7);
        });
        assertThat(rows(file))
                .containsExactly(
                        "5 f K1 上海贸易 . . . . 2024-01-05 . . . . . . 125000 . . . . . .",
                        "6 f K2 北京贸易 . . . . 2024-01-06 . . . . . . 70000 . . . . . .");
    }

    @Test
    void dates_are_days_however_the_cell_shows_them() throws Exception {
        Path file = written(workbook -> {
            Worksheet sheet = workbook.newWorksheet("Lines");
            row(sheet, 0, "customer", "date", "amount");
            row(sheet, 1, "A1", LocalDate.of(2024, 1, 5), 1);
            sheet.style(1, 1).format("dd/mm/yyyy").set();
            row(sheet, 2, "A1", LocalDate.of(2024, 2, 29).atTime(8, 26), 1);
            sheet.style(2, 1).format("yyyy-mm-dd hh:mm").set();
            row(sheet, 3, "A1", "2024-03-01", 1);
        });
        assertThat(days(file)).containsExactly("2024-01-05", "2024-02-29", "2024-03-01");
    }

    @Test
    void days_may_be_counted_from_1904_and_have_chinese_formats() throws Exception {
        String rows = "<row r=\"2\">" + text("A2", "A1")
                + "<c r=\"B2\" s=\"1\"><v>43834</v></c><c r=\"C2\"><v>1</v></c></row>" + "<row r=\"3\">"
                + text("A3", "A1") + "<c r=\"B3\" s=\"3\"><v>43835</v></c><c r=\"C3\"><v>1</v></c></row>";
        Path old = made(
                new HandMadeWorkbook().workbook("<workbookPr date1904=\"1\"/>").rows(rows));
        assertThat(days(old)).containsExactly("2024-01-05", "2024-01-06");
        assertThat(days(made(new HandMadeWorkbook().rows(rows)))).containsExactly("2020-01-04", "2020-01-05");
    }

    @Test
    void numbers_lose_the_dust_of_binary_fractions() throws Exception {
        assertThat(amounts("0.30000000000000004", "1E3", "-2.5E-1", "280206.02000000002", "12"))
                .containsExactly("3000", "10000000", "-2500", "2802060200", "120000");
    }

    @Test
    void codes_keep_their_leading_zeros() throws Exception {
        Path file = made(new HandMadeWorkbook()
                .rows("<row r=\"2\">" + text("A2", "00042") + text("B2", "2024-01-05")
                        + "<c r=\"C2\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\" s=\"2\"><v>43</v></c>"
                        + text("B3", "2024-01-05")
                        + "<c r=\"C3\"><v>1</v></c></row><row r=\"4\"><c r=\"A4\"><v>17850</v></c>"
                        + text("B4", "2024-01-05")
                        + "<c r=\"C4\"><v>1</v></c></row>"));
        assertThat(column(file, 2)).containsExactly("00042", "00043", "17850");
    }

    @Test
    void a_formula_is_its_stored_result() throws Exception {
        Path file = made(
                new HandMadeWorkbook()
                        .rows(
                                "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>LEFT(D2,3)</f><v>007</v></c>"
                                        + "<c r=\"B2\" s=\"1\"><f>TODAY()</f><v>45296</v></c><c r=\"C2\"><f>1+2</f><v>3</v></c></row>"));
        assertThat(rows(file)).containsExactly("2 f 007 . . . . . 2024-01-05 . . . . . . 30000 . . . . . .");
    }

    @Test
    void errors_and_formulas_without_results_are_problems_of_their_rows() throws Exception {
        Path file = made(new HandMadeWorkbook()
                .rows(GOOD
                        + "<row r=\"3\">" + text("A3", "A1") + text("B3", "2024-01-05")
                        + "<c r=\"C3\"><f>A1*2</f></c></row>"
                        + "<row r=\"4\"><c r=\"A4\" t=\"e\"><f>VLOOKUP(1,2)</f><v>#N/A</v></c>"
                        + text("B4", "2024-01-05")
                        + "<c r=\"C4\"><v>1</v></c></row>"
                        + "<row r=\"5\">" + text("A5", "A1") + text("B5", "2024-01-05")
                        + "<c r=\"C5\" t=\"e\"><v>#REF!</v></c></row>"));
        List<RowProblem> problems = problems(file);
        assertThat(problems.stream().map(RowProblem::reason))
                .containsExactly(Reason.FORMULA_NOT_CALCULATED, Reason.CELL_ERROR, Reason.CELL_ERROR);
        assertThat(problems.stream().map(RowProblem::value)).containsExactly("=A1*2", "#N/A", "#REF!");
        assertThat(problems.stream().map(RowProblem::line)).containsExactly(3L, 4L, 5L);
    }

    @Test
    void an_inline_text_that_is_not_there_is_an_empty_cell() throws Exception {
        Path file = made(new HandMadeWorkbook()
                .sheet("<row r=\"1\">" + text("A1", "customer") + text("B1", "region") + text("C1", "date")
                        + text("D1", "amount") + "</row>"
                        + "<row r=\"2\">" + text("A2", "A1") + "<c r=\"B2\" t=\"inlineStr\" />"
                        + text("C2", "2024-01-05") + "<c r=\"D2\"><v>1</v></c></row>"
                        + "<row r=\"3\">" + text("A3", "A1") + "<c r=\"B3\" t=\"inlineStr\"></c>"
                        + text("C3", "2024-01-06") + "<c r=\"D3\"><v>2</v></c></row>"));
        assertThat(problems(file)).isEmpty();
        assertThat(rows(file)).hasSize(2);
    }

    @Test
    void an_empty_result_is_none_where_the_program_does_not_calculate() throws Exception {
        for (String result : List.of("<v></v>", "<v />", "<v/>")) {
            Path open = made(new HandMadeWorkbook()
                    .rows("<row r=\"2\">" + text("A2", "A1") + text("B2", "2024-01-05") + "<c r=\"C2\"><f>1+2</f>"
                            + result + "</c></row>"));
            assertThat(problems(open)).extracting(RowProblem::reason).containsExactly(Reason.FORMULA_NOT_CALCULATED);
        }
        Path blank = made(new HandMadeWorkbook()
                .rows(GOOD + "<row r=\"3\"><c r=\"A3\" t=\"str\"><f>LEFT(D3,0)</f><v></v></c>"
                        + text("B3", "2024-01-05") + "<c r=\"C3\"><f>1+2</f><v>3</v></c></row>"));
        assertThat(problems(blank)).isEmpty();
        assertThat(rows(blank)).hasSize(2);
    }

    @Test
    void a_flag_may_be_a_tick() throws Exception {
        Path file = written(workbook -> {
            Worksheet sheet = workbook.newWorksheet("Open");
            row(sheet, 0, "number", "account", "issued", "amount", "disputed");
            row(sheet, 1, "R-1", "A1", LocalDate.of(2024, 1, 5), 10, true);
            sheet.style(1, 2).format("yyyy-mm-dd").set();
            row(sheet, 2, "R-2", "A1", "2024-01-06", 20, false);
        });
        LedgerFile table = understood(file, new MappingWish(Optional.of(Kind.RECEIVABLES), null, Map.of(), null, null));
        assertThat(rows(table))
                .containsExactly("2 f R-1 A1 2024-01-05 . 100000 . t .", "3 f R-2 A1 2024-01-06 . 200000 . f .");
    }

    @Test
    void of_several_sheets_the_user_names_one_and_hidden_ones_do_not_count() throws Exception {
        Path file = written(workbook -> {
            sheet(workbook, "January", "A1");
            sheet(workbook, "February", "B2");
            workbook.newWorksheet("Empty");
        });
        FileRefused refused = refusal(file);
        assertThat(refused.problems().getFirst().reason()).isEqualTo(Reason.SEVERAL_SHEETS);
        assertThat(refused.problems().getFirst().args()).containsExactly("January, February");
        assertThat(rows(named(file, "february")))
                .containsExactly("2 f B2 . . . . . 2024-01-05 . . . . . . 10000 . . . . . .");
        assertThat(catchThrowableOfType(FileRefused.class, () -> named(file, "March"))
                        .problems()
                        .getFirst()
                        .reason())
                .isEqualTo(Reason.NO_SUCH_SHEET);
        Path hidden = written(workbook -> {
            sheet(workbook, "Shown", "A1");
            sheet(workbook, "Notes", "B2").setVisibilityState(VisibilityState.VERY_HIDDEN);
        });
        assertThat(column(hidden, 2)).containsExactly("A1");
    }

    @Test
    void each_sheet_of_a_file_is_a_table_of_its_own() throws Exception {
        Path file = written(workbook -> {
            sheet(workbook, "January", "A1");
            sheet(workbook, "February", "B2");
        });
        assertThat(named(file, "January").fingerprint())
                .isNotEqualTo(named(file, "February").fingerprint());
        assertThat(named(file, "January").fingerprint())
                .isEqualTo(named(file, "january").fingerprint());
    }

    @Test
    void merged_cells_below_the_headers_are_refused() throws Exception {
        Path file = written(workbook -> {
            Worksheet sheet = sheet(workbook, "Lines", "A1");
            row(sheet, 2, "", "2024-01-06", 2);
            sheet.range(1, 0, 2, 0).merge();
        });
        RowProblem problem = refusal(file).problems().getFirst();
        assertThat(problem.reason()).isEqualTo(Reason.MERGED_CELLS);
        assertThat(problem.args()).containsExactly("Lines", "A2:A3", "1");
    }

    @Test
    void a_sheet_with_headers_only_has_no_rows_and_an_empty_one_no_headers() throws Exception {
        assertThat(reason(new HandMadeWorkbook().rows(""))).isEqualTo(Reason.NO_ROWS);
        assertThat(reason(new HandMadeWorkbook().sheet(""))).isEqualTo(Reason.FILE_EMPTY);
    }

    @Test
    void a_row_may_be_as_wide_as_a_sheet() throws Exception {
        Path file = written(workbook -> {
            Worksheet sheet = sheet(workbook, "Lines", "A1");
            for (int i = 3; i < 5_000; i++) {
                sheet.value(0, i, "note " + i);
            }
            sheet.value(1, 9_999, "far away");
        });
        assertThat(problems(file).getFirst().reason()).isEqualTo(Reason.WRONG_COLUMN_COUNT);
        assertThat(understood(file, MappingWish.of(Kind.SALES)).unmappedColumns())
                .hasSize(4_997);
    }

    @Test
    void a_hundred_thousand_rows_pass_through() throws Exception {
        Path file = written(workbook -> {
            Worksheet sheet = workbook.newWorksheet("Lines");
            row(sheet, 0, "customer", "date", "amount");
            for (int i = 1; i <= 100_000; i++) {
                row(sheet, i, "A" + i % 500, "2024-01-05", i);
            }
        });
        CopyText text = new CopyText();
        long rows = 0;
        try (LedgerRows all = understood(file, MappingWish.of(Kind.SALES)).rows()) {
            while (all.next(text)) {
                rows += all.problems().isEmpty() ? 1 : 0;
                text.drain();
            }
            assertThat(all.bytesRead()).isEqualTo(Files.size(file));
        }
        assertThat(rows).isEqualTo(100_000);
    }

    @Test
    void what_declares_types_or_entities_is_not_opened() throws Exception {
        String bomb = "<!DOCTYPE sst [<!ENTITY a \"ha\">]><sst><si><t>&a;</t></si></sst>";
        assertThat(reason(new HandMadeWorkbook().part(HandMadeWorkbook.TEXTS, bomb)))
                .isEqualTo(Reason.WORKBOOK_UNSAFE);
        assertThat(reason(new HandMadeWorkbook().part("xl/styles.xml", bomb))).isEqualTo(Reason.WORKBOOK_UNSAFE);
        assertThat(reason(new HandMadeWorkbook().part(HandMadeWorkbook.SHEET, bomb, StandardCharsets.UTF_16)))
                .isEqualTo(Reason.WORKBOOK_UNSAFE);
    }

    @Test
    void cells_outside_of_any_sheet_and_endless_texts_are_not_opened() throws Exception {
        assertThat(reason(new HandMadeWorkbook().rows("<row r=\"2\"><c r=\"AAAAAA2\"><v>1</v></c></row>")))
                .isEqualTo(Reason.WORKBOOK_UNSAFE);
        assertThat(reason(new HandMadeWorkbook().rows("<row r=\"2\">" + "<c/>".repeat(20_000) + "</row>")))
                .isEqualTo(Reason.WORKBOOK_UNSAFE);
        assertThat(reason(new HandMadeWorkbook().rows("<row r=\"2\">" + text("A2", "x".repeat(5_000_000)) + "</row>")))
                .isEqualTo(Reason.WORKBOOK_UNSAFE);
    }

    @Test
    void a_cell_points_to_a_text_that_is_there() throws Exception {
        String row = "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>%s</v></c>" + text("B2", "2024-01-05")
                + "<c r=\"C2\"><v>1</v></c></row>";
        assertThat(column(made(new HandMadeWorkbook().rows(row.formatted("0"))), 2))
                .containsExactly("A1");
        for (String wrong :
                List.of("1", "2000000000", "&#50;000000000", "0<!-- -->99999999", "<![CDATA[99999]]>", "٩٩٩٩٩٩٩")) {
            assertThat(reason(new HandMadeWorkbook().rows(row.formatted(wrong))))
                    .as(wrong)
                    .isIn(Reason.WORKBOOK_BROKEN, Reason.WORKBOOK_UNSAFE);
        }
        String spaced = row.formatted("2000000000").replace("t=\"s\"", "t = 's'");
        assertThat(reason(new HandMadeWorkbook().rows(spaced))).isEqualTo(Reason.WORKBOOK_BROKEN);
        String hidden = row.formatted("0").replace("<c r=\"A2\"", "<c x=\">\" r=\"AAAAAA2\"");
        assertThat(reason(new HandMadeWorkbook().rows(hidden))).isEqualTo(Reason.WORKBOOK_UNSAFE);
    }

    @Test
    void a_part_that_unpacks_to_more_than_belongs_there_is_not_read() throws Exception {
        byte[] blanks = " ".repeat(80 << 20).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(reason(new HandMadeWorkbook().bytes(HandMadeWorkbook.TEXTS, blanks)))
                .isEqualTo(Reason.FILE_INFLATED);
        assertThat(reason(new HandMadeWorkbook().bytes(HandMadeWorkbook.SHEET, blanks)))
                .isEqualTo(Reason.FILE_INFLATED);
    }

    @Test
    void what_is_no_whole_workbook_is_refused_with_a_sentence() throws Exception {
        byte[] whole = Files.readAllBytes(made(new HandMadeWorkbook().rows(GOOD)));
        Path half = Files.write(folder.resolve("half.xlsx"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(refusal(half).problems().getFirst().reason()).isEqualTo(Reason.WORKBOOK_BROKEN);
        Path old =
                Files.write(folder.resolve("old.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2});
        assertThat(refusal(old).problems().getFirst().reason()).isEqualTo(Reason.WORKBOOK_OLD);
        Path zip = folder.resolve("lines.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("lines.csv"));
            out.write("customer,date,amount\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(refusal(zip).problems().getFirst().reason()).isEqualTo(Reason.NO_WORKBOOK);
        assertThat(reason(new HandMadeWorkbook().sheet("<row r=\"1\"><c r=\"A1\"")))
                .isEqualTo(Reason.FILE_EMPTY);
        assertThat(reason(new HandMadeWorkbook().rows(GOOD + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>99</v></c></row>")))
                .isEqualTo(Reason.WORKBOOK_BROKEN);
    }

    @Test
    void text_in_a_file_called_xlsx_is_read_as_text() throws Exception {
        Path file = Files.writeString(folder.resolve("text.xlsx"), "customer,date,amount\nA1,2024-01-05,1\n");
        assertThat(rows(file)).hasSize(1);
    }

    private List<String> amounts(String... raw) throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < raw.length; i++) {
            int at = i + 2;
            rows.append("<row r=\"" + at + "\">" + text("A" + at, "A1") + text("B" + at, "2024-01-05") + "<c r=\"C" + at
                    + "\"><v>" + raw[i] + "</v></c></row>");
        }
        return column(made(new HandMadeWorkbook().rows(rows.toString())), 15);
    }

    private static Worksheet sheet(org.dhatim.fastexcel.Workbook workbook, String name, String customer) {
        Worksheet sheet = workbook.newWorksheet(name);
        row(sheet, 0, "customer", "date", "amount");
        row(sheet, 1, customer, "2024-01-05", 1);
        return sheet;
    }

    private static void row(Worksheet sheet, int at, Object... values) {
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case String text -> sheet.value(at, i, text);
                case Number number -> sheet.value(at, i, number);
                case Boolean flag -> sheet.value(at, i, flag);
                case LocalDate day -> sheet.value(at, i, day);
                case LocalDateTime moment -> sheet.value(at, i, moment);
                default -> throw new IllegalArgumentException(String.valueOf(values[i]));
            }
        }
    }

    private Path written(Filling filling) throws IOException {
        Path file = folder.resolve("written.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                org.dhatim.fastexcel.Workbook workbook = new org.dhatim.fastexcel.Workbook(out, "Test", "1.0")) {
            filling.fill(workbook);
        }
        return file;
    }

    private Path made(HandMadeWorkbook workbook) throws IOException {
        return workbook.write(folder.resolve("made.xlsx"));
    }

    private Reason reason(HandMadeWorkbook workbook) throws IOException {
        return refusal(made(workbook)).problems().getFirst().reason();
    }

    private FileRefused refusal(Path file) {
        return catchThrowableOfType(FileRefused.class, () -> rows(file));
    }

    private LedgerFile named(Path file, String sheet) throws Exception {
        return understood(file, MappingWish.of(Kind.SALES).read(new Reading(null, null, sheet)));
    }

    private List<String> days(Path file) throws Exception {
        return column(file, 8);
    }

    private List<String> column(Path file, int at) throws Exception {
        return rows(file).stream()
                .map(row -> Arrays.asList(row.split(" ", -1)).get(at))
                .toList();
    }

    private List<String> rows(Path file) throws Exception {
        return rows(understood(file, MappingWish.of(Kind.SALES)));
    }

    private static List<String> rows(LedgerFile file) throws Exception {
        CopyText text = new CopyText();
        List<String> rows = new ArrayList<>();
        try (LedgerRows all = file.rows()) {
            while (all.next(text)) {
                assertThat(all.problems()).isEmpty();
                rows.add(new String(text.drain(), StandardCharsets.UTF_8)
                        .strip()
                        .replace("\\N", ".")
                        .replace('\t', ' '));
            }
        }
        return rows;
    }

    private List<RowProblem> problems(Path file) throws Exception {
        CopyText text = new CopyText();
        List<RowProblem> problems = new ArrayList<>();
        try (LedgerRows all = understood(file, MappingWish.of(Kind.SALES)).rows()) {
            while (all.next(text)) {
                problems.addAll(all.problems());
            }
        }
        return problems;
    }

    private static LedgerFile understood(Path file, MappingWish wish) throws Exception {
        return LedgerFile.understand(SourceFile.look(file, FileLimits.STANDARD), wish, new Profiles());
    }
}
