package mainstay.ledger.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The reason says what is wrong, and quotes the value as it stands in the file.
class ReasonTests {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_column_whose_values_cannot_be_read_is_named_with_one_of_them() {
        RowProblem large = refusal(Kind.SALES, "customer,date,Amount\nA1,2024-01-05,99999999999999999\n");
        assertThat(large.reason()).isEqualTo(Reason.COLUMN_UNREADABLE);
        assertThat(large.args()).containsExactly("amount", "Amount", "99999999999999999");
        RowProblem two = refusal(Kind.SALES, "customer,date,Amount,amount\nA1,2024-01-05,1,1\n");
        assertThat(two.reason()).isEqualTo(Reason.COLUMNS_COMPETE);
        assertThat(two.args()).containsExactly("amount", "Amount, amount");
    }

    @Test
    void dates_in_several_forms_are_called_so() {
        RowProblem mixed = refusal(Kind.SALES, "customer,date,amount\nA1,2024-01-05,1\nA1,6.1.2024,1\n");
        assertThat(mixed.reason()).isEqualTo(Reason.DATE_FORMS_MIXED);
        assertThat(mixed.args()).containsExactly("date", "2024-01-05", "6.1.2024");
    }

    @Test
    void a_quote_that_is_never_closed_is_told_with_its_line() {
        RowProblem open =
                refusal(Kind.SALES, "customer,date,amount\nA1,2024-01-05,1\n\"A1,2024-01-05,1\nA1,2024-01-05,1\n");
        assertThat(open.reason()).isEqualTo(Reason.QUOTE_NEVER_CLOSED);
        assertThat(open.args()).containsExactly("3");
    }

    @Test
    void a_quote_that_is_closed_some_rows_later_is_suspected() throws Exception {
        assertThat(problems(Kind.SALES, "customer,date,amount\nA1,2024-01-05,1\n\"A1,2024-01-05,1\nA1\",2024-01-05\n"))
                .extracting(RowProblem::reason)
                .containsExactly(Reason.QUOTE_OPEN);
    }

    @Test
    void a_rate_must_be_above_nought() throws Exception {
        assertThat(problems(
                        Kind.RATES,
                        "currency,date,rate\nUSD,2024-01-05,0\nUSD,2024-01-06,-3\nJPY,2024-01-06,0.00001\n"))
                .extracting(RowProblem::reason)
                .containsExactly(Reason.NOT_POSITIVE, Reason.NOT_POSITIVE);
    }

    @Test
    void an_amount_that_would_round_to_nought_is_refused_and_dust_is_nought() throws Exception {
        assertThat(problems(
                        Kind.SALES,
                        "customer,date,amount\nA1,2024-01-05,0.00001\nA1,2024-01-05,0.00005\nA1,2024-01-05,-1.4E-14\n"))
                .extracting(RowProblem::reason, RowProblem::value)
                .containsExactly(tuple(Reason.NUMBER_TOO_SMALL, "0.00001"));
    }

    @Test
    void bounds_quote_what_the_file_says() throws Exception {
        assertThat(problems(Kind.ACCOUNTS, """
                        code,payment days,credit limit,holding,opened,closed
                        A,-5,,,,
                        B,,-1,,,
                        C,,,120%,,
                        D,,,50%,,
                        E,,,,2024-02-01,2024-01-31
                        F,30,1000.50,100,,
                        """))
                .extracting(RowProblem::reason, RowProblem::column, RowProblem::value)
                .containsExactly(
                        tuple(Reason.TERM_OUT_OF_RANGE, "payment days", "-5"),
                        tuple(Reason.LIMIT_NEGATIVE, "credit limit", "-1"),
                        tuple(Reason.HOLDING_OUT_OF_RANGE, "holding", "120%"),
                        tuple(Reason.CLOSED_BEFORE_OPENED, "closed", "2024-01-31"));
    }

    @Test
    void a_day_due_before_its_issue_and_a_region_in_itself_are_refused() throws Exception {
        assertThat(
                        problems(
                                Kind.RECEIVABLES,
                                "number,account,issued,due,amount\nR1,A,2024-02-01,2024-01-31,1\nR2,A,2024-02-01,2024-02-01,1\n"))
                .extracting(RowProblem::reason, RowProblem::value)
                .containsExactly(tuple(Reason.DATES_REVERSED, "2024-01-31"));
        assertThat(problems(Kind.TERRITORIES, "region,parent\nLoop,Loop\nEast,\n"))
                .extracting(RowProblem::reason)
                .containsExactly(Reason.REGION_CIRCLE);
    }

    @Test
    void a_pattern_that_reads_no_day_is_no_pattern() {
        assertThat(List.of("d/M/yyyy", "yyyyMMdd", "dd MMM yyyy", "yyyy-MM-dd'T'HH:mm", "d.M.yy"))
                .allMatch(MappingWish::isDatePattern);
        assertThat(List.of("QQQ[", "HH:mm", "MM", "yyyy", "?", "{")).noneMatch(MappingWish::isDatePattern);
    }

    @Test
    void months_are_their_first_day() throws Exception {
        String text =
                "dealer,sku,month,qty\nD1,P1,2024-01,1\nD1,P1,202402,1\nD1,P1,2024年3月,1\nD1,P1,04/2024,1\nD1,P1,2024-05-31,1\n";
        LedgerFile file = understood(Kind.SELLOUT, text.getBytes(StandardCharsets.UTF_8), Reading.GUESSED);
        assertThat(rows(file).stream().map(row -> row.split("\t", -1)[4]))
                .containsExactly("2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01", "2024-05-01");
    }

    @Test
    void the_user_may_know_encoding_and_separator() throws Exception {
        byte[] bytes =
                "customer;date;amount;region\nA1;2024-01-05;1,5;K\u00f6ln\n".getBytes(StandardCharsets.ISO_8859_1);
        Reading known = new Reading(Charset.forName("ISO-8859-1"), ';', null);
        assertThat(rows(understood(Kind.SALES, bytes, known)).getFirst()).contains("K\u00f6ln", "15000");
        assertThat(Reading.separator("tab")).contains('\t');
        assertThat(Reading.separator("ab")).isEmpty();
        assertThat(Reading.charset("klingon")).isEmpty();
    }

    @Test
    void a_file_read_in_a_wrong_encoding_has_characters_that_nobody_can_read() throws Exception {
        byte[] western = "customer,date,amount,region\nA1,2024-01-05,1,K\u00f6ln\nA2,2024-01-05,1,Bonn\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] chinese =
                "customer,date,amount,region\nA1,2024-01-05,1,\u5e7f\u4e1c\n".getBytes(Charset.forName("GB18030"));
        MappingWish wrong = new MappingWish(
                Optional.of(Kind.SALES),
                null,
                Map.of("region", "region"),
                null,
                null,
                new Reading(StandardCharsets.UTF_8, null, null));

        for (byte[] bytes : List.of(western, chinese)) {
            SourceFile file = SourceFile.look(Files.write(folder.resolve("wrong.csv"), bytes), FileLimits.STANDARD);
            assertThat(problems(LedgerFile.understand(file, wrong, new Profiles())))
                    .extracting(RowProblem::line, RowProblem::column, RowProblem::reason)
                    .containsExactly(tuple(2L, "region", Reason.UNREADABLE_CHARACTER));
        }
        assertThat(rows(understood(Kind.SALES, chinese, Reading.GUESSED)).getFirst())
                .contains("\u5e7f\u4e1c");
    }

    @Test
    void values_that_are_not_what_their_field_asks_for_are_told_one_by_one() throws Exception {
        assertThat(problems(wished("""
                        customer,date,net,pieces,no,type
                        A1,2024-01-05,6,2,1,invoice
                        A1,2024-01-05,6,0,2,invoice
                        A1,2024-01-05,6,2,1.5,invoice
                        A1,2024-01-05,6,2,4,gift
                        """, Map.of("amount", "net / pieces", "line", "no", "kind", "type"))))
                .extracting(RowProblem::line, RowProblem::reason)
                .containsExactly(
                        tuple(3L, Reason.DIVIDED_BY_ZERO),
                        tuple(4L, Reason.NOT_A_WHOLE_NUMBER),
                        tuple(5L, Reason.NOT_A_DOCUMENT_KIND));
    }

    @Test
    void what_cannot_be_understood_as_a_whole_is_refused_by_name() {
        RowProblem twice = catchThrowableOfType(
                        FileRefused.class,
                        () -> wished(
                                "customer,date,amount,Unit Cost,unit_cost\nA1,2024-01-05,1,2,3\n",
                                Map.of("unitCost", "UnitCost")))
                .problems()
                .getFirst();
        assertThat(twice.reason()).isEqualTo(Reason.DUPLICATE_HEADER);
        RowProblem spoken = catchThrowableOfType(
                        FileRefused.class,
                        () -> wished("customer,date,amount\nA1,the fifth of May,1\n", Map.of("date", "date")))
                .problems()
                .getFirst();
        assertThat(spoken.reason()).isEqualTo(Reason.DATE_FORM_UNKNOWN);
        assertThat(spoken.args()).containsExactly("date", "the fifth of May");
    }

    @Test
    void a_profile_and_its_look_up_file_have_to_be_there() throws Exception {
        Path lines = Files.writeString(folder.resolve("lines.csv"), "head,amount\n1,5\n2,6\n");
        Path profile = Files.writeString(folder.resolve("own.json"), """
                {"name": "own", "kind": "sales",
                 "join": {"files": ["heads.csv"], "key": "head", "lookupKey": "no", "prefix": "h."},
                 "fields": {"customer": "h.who", "date": "h.when", "amount": "amount", "document": "head"}}
                """);
        MappingWish own = new MappingWish(Optional.empty(), null, Map.of(), null, null)
                .by(Profiles.inFile(profile).orElseThrow());
        MappingWish unknown = new MappingWish(Optional.empty(), "no-such", Map.of(), null, null);
        SourceFile source = SourceFile.look(lines, FileLimits.STANDARD);

        assertThat(refused(source, unknown)).isEqualTo(Reason.PROFILE_UNKNOWN);
        assertThat(refused(source, own)).isEqualTo(Reason.LOOKUP_MISSING);
        Files.writeString(folder.resolve("heads.csv"), "no,who,when\n1,A1,2024-01-05\n");
        assertThat(problems(LedgerFile.understand(source, own, new Profiles())))
                .extracting(RowProblem::line, RowProblem::reason, RowProblem::value)
                .containsExactly(tuple(3L, Reason.NO_MATCH_IN_LOOKUP, "2"));
    }

    private static Reason refused(SourceFile file, MappingWish wish) {
        return catchThrowableOfType(FileRefused.class, () -> LedgerFile.understand(file, wish, new Profiles()))
                .problems()
                .getFirst()
                .reason();
    }

    private LedgerFile wished(String text, Map<String, String> maps) throws IOException, FileRefused {
        Path file = Files.writeString(folder.resolve("wished.csv"), text);
        MappingWish wish = new MappingWish(Optional.of(Kind.SALES), null, maps, null, null);
        return LedgerFile.understand(SourceFile.look(file, FileLimits.STANDARD), wish, new Profiles());
    }

    private RowProblem refusal(Kind kind, String text) {
        return catchThrowableOfType(FileRefused.class, () -> problems(kind, text))
                .problems()
                .getFirst();
    }

    private List<RowProblem> problems(Kind kind, String text) throws Exception {
        return problems(understood(kind, text.getBytes(StandardCharsets.UTF_8), Reading.GUESSED));
    }

    private static List<RowProblem> problems(LedgerFile file) throws Exception {
        CopyText out = new CopyText();
        List<RowProblem> problems = new ArrayList<>();
        try (LedgerRows all = file.rows()) {
            while (all.next(out)) {
                problems.addAll(all.problems());
            }
        }
        return problems;
    }

    private static List<String> rows(LedgerFile file) throws Exception {
        CopyText text = new CopyText();
        List<String> rows = new ArrayList<>();
        try (LedgerRows all = file.rows()) {
            while (all.next(text)) {
                assertThat(all.problems()).isEmpty();
                rows.add(new String(text.drain(), StandardCharsets.UTF_8));
            }
        }
        return rows;
    }

    private LedgerFile understood(Kind kind, byte[] bytes, Reading how) throws IOException, FileRefused {
        Path file = Files.write(folder.resolve("rows.csv"), bytes);
        MappingWish wish = new MappingWish(Optional.of(kind), null, Map.of(), null, null, how);
        return LedgerFile.understand(SourceFile.look(file, FileLimits.STANDARD), wish, new Profiles());
    }
}
