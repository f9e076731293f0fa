package mainstay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.Stream;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.MockMvc;

/// A file comes in by browser: looked at, mapped, imported, corrected, replaced and withdrawn.
@Story
class ImportPagesTests {

    private static final String CHINESE = """
            客户编码,客户名称,单据号,行号,单据日期,数量,单价,销售额,备注
            K1,东莞机械厂,D-1,1,2026-01-05,2,50,100,x
            K2,佛山电器厂,D-2,1,2026-02-05,1,70,很多,x
            K1,东莞机械厂,D-3,1,2026-13-45,1,30,30,x
            """;

    private final Wizard controller;
    private final Cast cast;
    private final Drafts drafts;
    private final ProblemFile problems;
    private final Path uploads;

    @Autowired
    ImportPagesTests(
            MockMvc web, Cast cast, Drafts drafts, ProblemFile problems, @Value("${mainstay.home}") Path home) {
        this.controller = new Wizard(web, cast, cast.controller());
        this.cast = cast;
        this.drafts = drafts;
        this.problems = problems;
        this.uploads = home.resolve("uploads");
    }

    @Test
    void a_chinese_file_is_understood_imported_corrected_and_withdrawn() throws Exception {
        String draft = controller.send("销售.csv", CHINESE.getBytes(Charset.forName("GB18030")), "", null);
        assertThat(controller.page(draft))
                .contains("Found: GB18030", "Found: Comma", "2 of 3 rows are bad", "很多", "found by its header")
                .contains("Columns that are not used: 备注.");
        String batch = controller.imported(draft, "badRows", "skip");
        assertThat(controller.page(batch))
                .contains("1 of 3 rows are in the ledger", "This is not a number.", "单据日期", "2026-13-45");
        assertThat(controller.see(draft).getStatus()).isEqualTo(404);

        String bad = controller.page(batch + "/problems");
        assertThat(bad).startsWith("\uFEFFproblem line,problem,").contains("K2,佛山电器厂,D-2,1,2026-02-05,1,70,很多");
        String corrected = bad.replace("很多", "70").replace("2026-13-45", "2026-03-05");
        String second = controller.ended(Wizard.goesTo(controller.correct(batch, corrected)));
        assertThat(controller.page(second)).contains("2 of 2 rows are in the ledger");

        assertThat(controller.page(batch + "/withdrawal")).contains("Withdraw one row", "2026-01", "One month would");
        Wizard.goesTo(controller.tell(batch + "/withdrawal"));
        assertThat(controller.page(batch)).contains("Withdrawn", "no longer in the ledger");
        assertThat(controller.see(batch + "/withdrawal").getStatus()).isEqualTo(409);
    }

    @Test
    void a_date_with_two_readings_is_asked_for_and_never_guessed() throws Exception {
        String draft = controller.send("dates.csv", "customer,document,date,amount\nA1,M-1,03/04/2026,10\n");
        assertThat(controller.page(draft)).contains("In column date, which day is 03/04/2026?", "Apr 3, 2026");
        assertThat(controller.tell(draft + "/import").getStatus()).isEqualTo(422);
        String batch = controller.imported(draft, "datePattern", "d/M/yyyy");
        assertThat(controller.page(batch)).contains("1 of 1 rows", "Apr 3, 2026");
    }

    @Test
    void what_was_chosen_stays_and_a_field_may_be_calculated() throws Exception {
        String draft = controller.send("sums.csv", "customer,document,date,net,discount\nA1,S-1,2026-01-05,100,10\n");
        assertThat(controller.page(draft)).contains("no header of this meaning");
        assertThat(controller.tell(draft + "/import").getStatus()).isEqualTo(422);
        controller.tell(
                draft,
                "column.customer",
                "c:customer",
                "column.document",
                "c:document",
                "column.date",
                "c:date",
                "column.amount",
                "=",
                "expression.amount",
                "net - discount",
                "column.currency",
                "=",
                "expression.currency",
                "'CNY'");
        assertThat(controller.page(draft)).contains("value=\"net - discount\"", "All 1 rows are good", "90.00");
        controller.tell(draft, "column.amount", "=", "expression.amount", "net - (");
        assertThat(controller.page(draft)).contains("This cannot be understood");
        controller.tell(draft, "column.date", "=", "expression.date", "'31 January'");
        assertThat(controller.page(draft)).contains("This cannot be understood");
    }

    @Test
    void another_encoding_or_separator_is_looked_at_anew() throws Exception {
        String draft = controller.send("bars.csv", "customer;document;date;amount\nA1;B-1;2026-01-05;7\n");
        assertThat(controller.page(draft)).contains("Found: Semicolon");
        controller.tell(draft, "separator", "comma");
        assertThat(controller.page(draft)).contains("One column was found.", "Something is still open");
        controller.tell(draft, "separator", "semicolon", "charset", "GB18030");
        assertThat(controller.page(draft)).contains("All 1 rows are good");
        assertThat(controller.tell(draft, "charset", "no such").getStatus()).isEqualTo(422);
        assertThat(controller.tell(draft, "dateFormat", "bbb").getStatus()).isEqualTo(422);
    }

    @Test
    void headers_and_values_are_text_and_nothing_else() throws Exception {
        String draft = controller.send(
                "hostile.csv",
                "customer,\"<script>alert(1)</script>\",\"\"\"onload=x\",date,amount,c:=,\n"
                        + "<b>A1</b>,=cmd|x,y,2026-01-05,1,2,\n");
        String page = controller.page(draft);
        assertThat(page).doesNotContain("<script>alert", "<b>A1").contains("&lt;script>alert(1)&lt;/script>");
        assertThat(page).contains("&lt;b&gt;A1");
    }

    @Test
    void a_name_of_any_length_and_form_becomes_a_short_one() throws Exception {
        String draft = controller.send("../../" + "很长".repeat(100_000) + ".csv", CHINESE);
        assertThat(controller.page(draft)).contains("很长.csv");
        Draft kept = cast.as(cast.controller(), () -> drafts.find(Wizard.number(draft)))
                .orElseThrow();
        try (Stream<Path> files = Files.walk(uploads.resolve(kept.place().toString()))) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        Wizard.goesTo(controller.tell(draft + "/deletion"));
        assertThat(controller.see(draft).getStatus()).isEqualTo(404);
    }

    @Test
    void files_that_cannot_be_read_say_so_on_the_page() throws Exception {
        assertThat(controller.send("nothing.csv", "")).isEqualTo("/imports/new");
        assertThat(controller.page(controller.send("blank.csv", "\n\n"))).contains("The file has no header row.");
        assertThat(controller.page(controller.send("picture.png", "x"))).contains("is not a .csv");
    }

    @Test
    void a_file_of_headers_alone_offers_no_import() throws Exception {
        assertThat(controller.page(controller.send("headers.csv", "customer,document,date,amount\n")))
                .contains("There are no rows below the headers.")
                .doesNotContain("/import\"");
    }

    @Test
    void where_every_row_is_bad_nothing_was_taken_and_the_page_says_so() throws Exception {
        String rows = "A1,W-1,2026-01-05,1e3x\nA1,W-2,2026-13-45,1\nA1,W-3,,2\nA1,W-4,2026-01-06,\n";
        String bad = controller.send(
                "worse.csv", ("customer,document,date,amount\n" + rows).getBytes(StandardCharsets.UTF_8), "", null);
        assertThat(controller.page(controller.imported(bad, "badRows", "skip")))
                .contains("alert-warning", "Nothing taken", "so nothing of the file is in the ledger");
    }

    @Test
    void a_field_is_not_said_to_have_a_header_that_another_field_took() throws Exception {
        assertThat(controller.page(controller.send("one.csv", "customer,document,date,amount\nA1,O-1,2026-01-05,1\n")))
                .doesNotContain("a header fits, but its values cannot be read as this");
    }

    @Test
    void bad_rows_in_chinese_come_back_with_their_remarks() throws Exception {
        String batch = controller.imported(
                controller.send(
                        "remarks.csv", "customer,document,date,amount\nA1,C-1,2026-01-05,1\nA1,C-1,2026-01-05,x\n"),
                "badRows",
                "skip");
        StringWriter simplified = new StringWriter();
        StringWriter traditional = new StringWriter();
        cast.as(cast.controller(), () -> {
            try {
                problems.write(Wizard.number(batch), Locale.SIMPLIFIED_CHINESE, simplified);
                problems.write(Wizard.number(batch), Locale.TRADITIONAL_CHINESE, traditional);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            return true;
        });
        assertThat(simplified.toString())
                .startsWith("问题行号,问题,单据内行序,customer,document,date,amount")
                .contains("金额: ")
                .doesNotContain("amount: ");
        assertThat(traditional.toString()).startsWith("問題行號,問題,單據內行序,");
        String second = controller.ended(
                Wizard.goesTo(controller.correct(batch, simplified.toString().replace(",x", ",7"))));
        assertThat(controller.page(second))
                .contains("1 of 1 rows are in the ledger")
                .doesNotContain("Columns that are not used");
    }

    @Test
    void the_same_file_again_changes_nothing_and_leads_to_the_first() throws Exception {
        String text = "customer,document,date,amount\nA1,T-1,2026-01-05,10\n";
        String first = controller.imported(controller.send("twice.csv", text));
        String second = controller.imported(controller.send("twice.csv", text));
        assertThat(controller.page(second)).contains("is in the ledger already", "href=\"" + first + "\"");
    }

    @Test
    void a_line_that_says_something_else_stands_beside_the_one_in_the_ledger() throws Exception {
        String head = "customer,document,line,date,quantity,amount\n";
        String first = controller.imported(controller.send("a.csv", head + "A1,N-1,1,2026-01-05,2,10\n"));
        String second = controller.imported(
                controller.send("b.csv", head + "A1,N-1,1,2026-01-05,2,11\nA1,N-2,1,2026-01-05,2,11\n"),
                "badRows",
                "skip");
        assertThat(controller.page(second))
                .contains("N-1 / 1 says something else", "In the ledger: import " + Wizard.number(first) + ", line 2")
                .contains("differs", "10.00", "11.00");
    }

    @Test
    void a_replaced_batch_shows_beforehand_what_leaves() throws Exception {
        String head = "customer,document,line,date,amount\n";
        String first = controller.imported(controller.send("old.csv", head + "A1,R-1,1,2026-01-05,10\n"));
        assertThat(controller.page("/imports/new?replaces=" + Wizard.number(first)))
                .contains("old.csv");
        byte[] better = (head + "A1,R-1,1,2026-01-05,12\n").getBytes(StandardCharsets.UTF_8);
        String draft = controller.send("new.csv", better, "", Wizard.number(first));
        assertThat(controller.page(draft)).contains("takes with it", "Import and replace");
        String second = controller.imported(draft);
        assertThat(controller.page(second)).contains("It took the place of import " + Wizard.number(first));
        assertThat(controller.page(first)).contains("Withdrawn");
    }

    @Test
    void masters_tell_which_earlier_rows_come_back() throws Exception {
        String head = "code,name,category\n";
        controller.imported(
                controller.send("p1.csv", (head + "P1,Pump,X\n").getBytes(StandardCharsets.UTF_8), "products", null));
        String second = controller.imported(controller.send(
                "p2.csv", (head + "P1,Pumpe,Y\nP2,Pipe,X\n").getBytes(StandardCharsets.UTF_8), "products", null));
        assertThat(controller.page(second + "/withdrawal"))
                .contains("Earlier rows that count again", "Withdraw 2 rows");
    }
}
