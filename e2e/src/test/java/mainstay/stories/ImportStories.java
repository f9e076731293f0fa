package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/// A ledger of an ERP comes in by browser.
@Story(on = Firm.SAMPLE)
class ImportStories {

    private static final String LINES = """
            客户编码,客户名称,单据号,行号,单据日期,数量,销售额
            GB-1,东莞机械厂,GB-D-1,1,2014-01-05,2,100
            GB-2,佛山电器厂,GB-D-2,1,2014-02-05,1,很多
            GB-1,东莞机械厂,GB-D-3,1,2014-13-45,1,30
            """;

    @Test
    void a_chinese_file_with_bad_rows_is_imported_corrected_and_withdrawn(Visitors visitors) throws IOException {
        Visit visit = visitors.administrator().go("/imports/new");
        Page page = visit.page();
        page.locator("#file").setInputFiles(payload("销售.csv", LINES.getBytes(Charset.forName("GB18030"))));
        visit.follow(button(page, "Look at the file"));
        assertThat(page.locator("#charset").innerText()).contains("Found: GB18030");
        assertThat(main(page)).contains("2 of 3 rows are bad", "很多");
        PageChecks.isAccessible(page);

        page.getByLabel("take the good rows").check();
        visit.follow(button(page, "Import"));
        page.getByText("1 of 3 rows are in the ledger").waitFor();
        PageChecks.isAccessible(page);
        String first = visit.address();

        Download bad =
                page.waitForDownload(() -> page.getByText("Download 2 bad rows").click());
        String corrected = Files.readString(bad.path()).replace("很多", "70").replace("2014-13-45", "2014-03-05");
        page.locator("#corrected").setInputFiles(payload("corrected.csv", corrected.getBytes(StandardCharsets.UTF_8)));
        visit.follow(button(page, "Send the corrected file"));
        page.getByText("2 of 2 rows are in the ledger").waitFor();
        withdraw(visit, "Withdraw 2 rows");
        visit.go(first);
        withdraw(visit, "Withdraw one row");
        assertThat(main(page)).contains("Its rows are no longer in the ledger.");
    }

    @Test
    void a_choice_shows_at_once_what_comes_of_it(Visitors visitors) {
        Visit visit = visitors.administrator(Look.USUAL.onPhone()).go("/imports/new");
        Page page = visit.page();
        page.locator("#file")
                .setInputFiles(payload(
                        "dates.csv",
                        "customer,document,date,net,off\nA,B,03/04/2014,10,1\n".getBytes(StandardCharsets.UTF_8)));
        visit.follow(button(page, "Look at the file"));
        page.locator("#day-first").check();
        page.locator("#dateFormat option[value='d/M/yyyy'][selected]").waitFor(attached());
        page.locator("#column-amount").selectOption("=");
        page.locator("#expression-amount").fill("net - off");
        page.getByText("All 1 rows are good").waitFor();
        assertThat(main(page)).contains("9.00");
        visit.follow(button(page, "Discard"));
        assertThat(main(page)).contains("dates.csv was discarded.");
    }

    @Test
    void a_file_is_dropped_where_it_could_be_chosen(Visitors visitors) {
        Visit visit = visitors.administrator().go("/imports/new");
        Page page = visit.page();
        page.evaluate("""
                () => {
                  const files = new DataTransfer();
                  const rows = "customer,document,date,amount\\nDROP,DR-1,2014-01-05,5\\n";
                  files.items.add(new File([rows], "dropped.csv"));
                  for (const kind of ["dragover", "drop"]) {
                    const event = new DragEvent(kind, {dataTransfer: files, bubbles: true, cancelable: true});
                    document.querySelector("[data-drop] label").dispatchEvent(event);
                  }
                }""");
        visit.follow(button(page, "Look at the file"));
        assertThat(main(page)).contains("dropped.csv", "All 1 rows are good");
        visit.follow(button(page, "Discard"));
        assertThat(main(page)).contains("dropped.csv was discarded.");
    }

    @Test
    void a_workbook_with_chinese_headers_is_tried_out_imported_and_withdrawn(Visitors visitors) throws IOException {
        Visit visit = visitors.administrator(Look.CHINESE).go("/imports/new");
        Page page = visit.page();
        page.locator("#file").setInputFiles(new FilePayload("销售明细.xlsx", "application/octet-stream", workbook()));
        visit.follow(page.locator("form[enctype] button[type=submit]"));
        assertThat(main(page)).contains("广州钢材行", "80.50");

        visit.follow(page.locator("button[formaction$='/rehearsal']"));
        page.getByText("已试导入").waitFor();
        assertThat(main(page)).contains("新客户 1 个", "2014-03");
        PageChecks.isAccessible(page);
        PageChecks.speaks(page, "zh-CN");
        visit.follow(page.locator("a[href*='/imports/drafts/']"));

        visit.follow(page.locator("button[formaction$='/import']"));
        page.getByText("2 行中有 2 行已入账").waitFor();
        visit.follow(page.locator("a[href$='/withdrawal']"));
        visit.follow(page.locator("form[action$='/withdrawal'] button"));
        assertThat(main(page)).contains("该批数据已不在账簿中");
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "ERP", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("销售");
            List<List<Object>> rows = List.of(
                    List.of("客户编码", "客户名称", "单据号", "行号", "单据日期", "数量", "销售额"),
                    List.of("XL-1", "广州钢材行", "XL-D-1", 1, "2014-03-05", 2, 80.5),
                    List.of("XL-1", "广州钢材行", "XL-D-1", 2, "2014-03-05", 1, 19.5));
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    switch (rows.get(row).get(column)) {
                        case Number number -> sheet.value(row, column, number);
                        case Object text -> sheet.value(row, column, text.toString());
                    }
                }
            }
        }
        return out.toByteArray();
    }

    private static void withdraw(Visit visit, String confirmation) {
        Page page = visit.page();
        visit.follow(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Withdraw")));
        PageChecks.isAccessible(page);
        visit.follow(button(page, confirmation));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static String main(Page page) {
        return page.locator("main").innerText() + page.locator(".page-header").innerText();
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    }

    private static FilePayload payload(String name, byte[] bytes) {
        return new FilePayload(name, "text/csv", bytes);
    }
}
