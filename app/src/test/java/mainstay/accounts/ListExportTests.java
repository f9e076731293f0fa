package mainstay.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import mainstay.accounts.ListTestbed.Told;
import mainstay.activity.Timeline;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@Story
class ListExportTests {

    private static final String HOSTILE = "=cmd|' /C calc'!A0";
    private static final String TURNED = "\u200Fשלום <script>alert(1)</script> 😀";

    private final ListTestbed list;
    private final Cast cast;
    private final Timeline timeline;

    @Autowired
    ListExportTests(MockMvc web, Cast cast, AccountMasters masters, BatchNumbers numbers, Timeline timeline) {
        this.list = new ListTestbed(web, cast, masters, numbers);
        this.cast = cast;
        this.timeline = timeline;
    }

    @BeforeEach
    void shops_with_names_that_mean_harm() {
        list.bring(
                new Told("@S-1", HOSTILE, "North", null, 1_234_567L),
                new Told("0042", TURNED, "+South", null, null),
                new Told("-S3", "大客户, \"甲\"\r\n分店", "-South", null, 0L));
    }

    @Test
    void a_csv_holds_what_the_list_shows_and_no_formula() throws Exception {
        MockHttpServletResponse answer =
                list.look(cast.director(), "/accounts/export?columns=region,creditLimit&sort=-creditLimit");

        assertThat(answer.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"accounts-2026-11-16.csv\"");
        assertThat(answer.getContentAsByteArray()).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(records(answer))
                .containsExactly(
                        List.of("Account", "Code", "Group", "Region", "Credit limit (CNY)"),
                        List.of("'" + HOSTILE, "'@S-1", "", "North", "1234567"),
                        List.of("大客户, \"甲\"  分店", "'-S3", "", "'-South", "0"),
                        List.of(TURNED, "0042", "", "'+South", ""));
    }

    @Test
    void filter_order_columns_and_language_are_those_of_the_list() throws Exception {
        List<List<String>> found = records(list.look(
                cast.director(), "/accounts/export?region=North&columns=code,openedOn&sort=-name&status=all"));

        assertThat(found)
                .containsExactly(
                        List.of("Account", "Group", "Closed on", "Code", "Opened on"),
                        List.of("'" + HOSTILE, "", "", "'@S-1", ""));
    }

    @Test
    void a_workbook_types_texts_as_texts_and_money_as_numbers() throws Exception {
        byte[] file = list.look(cast.director(), "/accounts/export?format=xlsx&columns=creditLimit&sort=-creditLimit")
                .getContentAsByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(4);
            Cell name = rows.get(1).getCell(0);
            assertThat(name.getType()).isEqualTo(CellType.STRING);
            assertThat(name.getRawValue()).isEqualTo(HOSTILE);
            assertThat(rows.get(1).getCell(3).asNumber()).isEqualByComparingTo("1234567");
            assertThat(rows.get(3).getCellText(0)).isEqualTo(TURNED);
        }
        assertThat(sheet(file)).doesNotContain("<f>", "<script>").contains("&lt;script&gt;");
    }

    @Test
    void nobody_takes_along_more_than_they_may_see() throws Exception {
        List<List<String>> viewers =
                records(list.look(cast.viewer(), "/accounts/export?columns=creditLimit,revenue&sort=code"));
        assertThat(viewers.getFirst())
                .doesNotContain("Revenue", "Credit limit (CNY)")
                .hasSize(3);
        assertThat(viewers).hasSize(4);
        assertThat(records(list.look(cast.keyAccountManager(), "/accounts/export")))
                .hasSize(1);
    }

    @Test
    void an_export_is_noted() throws Exception {
        User chen = cast.controller();
        list.look(chen, "/accounts/export?region=North&sort=name");

        Timeline.Entry noted =
                cast.as(chen, () -> timeline.ofFirm(1)).stream().findFirst().orElseThrow();
        assertThat(noted.kind()).isEqualTo("accountsExported");
        assertThat(noted.actor()).isEqualTo(chen.name());
        assertThat(noted.detail())
                .containsEntry("rows", "1")
                .containsEntry("format", "CSV")
                .containsEntry("what", "North, name");
    }

    @Test
    void another_kind_of_file_is_refused_in_words() throws Exception {
        MockHttpServletResponse answer = list.look(cast.director(), "/accounts/export?format=exe");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("csv or xlsx, not exe");
    }

    static List<List<String>> records(MockHttpServletResponse answer) throws IOException {
        String text = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
        try (var reader = CsvReader.builder().ofCsvRecord(text.substring(1))) {
            return reader.stream().map(found -> found.getFields()).toList();
        }
    }

    private static String sheet(byte[] file) throws IOException {
        Path path = Files.createTempFile("exported", ".xlsx");
        try {
            Files.write(path, file);
            try (ZipFile zip = new ZipFile(path.toFile())) {
                return new String(
                        zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))
                                .readAllBytes(),
                        StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(path);
        }
    }
}
