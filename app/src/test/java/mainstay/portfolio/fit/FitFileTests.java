package mainstay.portfolio.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import mainstay.analytics.purchase.TimeUnit;
import mainstay.shared.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitFileTests {

    @TempDir
    Path folder;

    private Customers read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("file.txt"), text);
        return FitFile.read(file).customers(TimeUnit.DAY, null);
    }

    private static void assertCustomer(Customers.Named customer, String code, int x, double last, double age) {
        assertThat(customer.code()).isEqualTo(code);
        assertThat(customer.summary().repeatPurchases()).isEqualTo(x);
        assertThat(customer.summary().ageAtLastPurchase()).isEqualTo(last);
        assertThat(customer.summary().age()).isEqualTo(age);
    }

    @Test
    void three_columns_without_header() throws IOException {
        Customers customers = read("2,30.43,38.86\n0,0,38.86\n");

        assertCustomer(customers.all().getFirst(), "1", 2, 30.43, 38.86);
        assertCustomer(customers.all().getLast(), "2", 0, 0, 38.86);
        assertThat(customers.observationEnd()).isEmpty();
    }

    @Test
    void four_columns_are_with_value_or_with_customer() throws IOException {
        assertThat(read("2 30 38 22.5\n0 0 38 0\n").all().getFirst().summary().meanValue())
                .hasValue(22.5);
        assertCustomer(read("17 2 30 38\n18 0 0 38\n").all().getFirst(), "17", 2, 30, 38);
    }

    @Test
    void five_columns_have_both() throws IOException {
        Customers customers = read("C-1;2;30;38;22.5\n");

        assertCustomer(customers.all().getFirst(), "C-1", 2, 30, 38);
        assertThat(customers.summaries().getFirst().meanValue()).hasValue(22.5);
    }

    @Test
    void headers_decide() throws IOException {
        Customers customers = read("T,recency,frequency,monetary_value,ID\n38,30,2,22.5,A\n38,0,0,0,B\n");

        assertCustomer(customers.all().getFirst(), "A", 2, 30, 38);
        assertThat(customers.summaries().getLast().meanValue()).isEmpty();
    }

    @Test
    void a_log_by_blanks_with_two_numbers_of_the_customer() throws IOException {
        Customers customers = read(" 00004 0001 19970101  2   29.33\n 00004 0001 19970118  2   29.73\n");

        assertCustomer(customers.all().getFirst(), "0001", 1, 17, 17);
        assertThat(customers.summaries().getFirst().meanValue().getAsDouble()).isCloseTo(29.73, within(1e-9));
        assertThat(customers.observationEnd()).hasToString("Optional[1997-01-18]");
    }

    @Test
    void purchases_of_a_day_are_one() throws IOException {
        Customers customers = read("customer,date,amount\nA,2024-01-01,1\nA,2024-01-09,2\nA,2024-01-09,3\n");

        assertCustomer(customers.all().getFirst(), "A", 1, 8, 8);
        assertThat(customers.summaries().getFirst().meanValue()).hasValue(5);
    }

    @Test
    void without_amounts_there_is_no_mean_value() throws IOException {
        Customers customers = read("\uFEFFdate,id\n2014-03-08 00:00:00,0\n2014-05-21 00:00:00,0\n");

        assertCustomer(customers.all().getFirst(), "0", 1, 74, 74);
        assertThat(customers.summaries().getFirst().meanValue()).isEmpty();
    }

    @Test
    void quotes_protect_commas() throws IOException {
        assertThat(read("\"Smith, Jones\",2024-01-01,3\n\n").all().getFirst().code())
                .isEqualTo("Smith, Jones");
    }

    @Test
    void quotes_hold_separators_quotes_and_line_breaks() throws IOException {
        String smith = "\"Smith; Jones & \"\"Sons\"\"\"";
        Customers customers = read("\"customer\";\"date\";\"amount\"\n" + smith
                + ";2024-01-01;3\n\"Two\nLines\";2024-01-02;4\n" + smith + ";2024-01-09;5\n");

        assertCustomer(customers.all().getFirst(), "Smith; Jones & \"Sons\"", 1, 8, 8);
        assertThat(customers.all().getLast().code()).isEqualTo("Two\nLines");
    }

    @Test
    void a_comma_within_a_quoted_name_is_no_separator() throws IOException {
        Customers customers = read("\"Smith, Jones\"\t2024-01-01\t3\n\"Smith, Jones\"\t2024-01-04\t3\n");

        assertCustomer(customers.all().getFirst(), "Smith, Jones", 1, 3, 3);
    }

    @Test
    void lines_are_counted_as_an_editor_does() {
        assertThatExceptionOfType(Problem.Invalid.class)
                .isThrownBy(() -> read("customer,date\n\n\"A\nB\",2024-01-01\n\nC,soon\n"))
                .satisfies(refused -> assertThat(refused.arguments()).containsExactly(6, 2, "soon"));
    }

    private static final String CHINESE = "客户名称,单据日期,金额\n\"北京，上海 \"\"甲\"\" 公司\",2024-01-01,5\n乙,2024-01-08,7\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK"})
    void chinese_names_in_the_encodings_of_chinese_files(String charset) throws IOException {
        Path file = Files.write(folder.resolve("log.csv"), CHINESE.getBytes(Charset.forName(charset)));
        Customers customers = FitFile.read(file).customers(TimeUnit.DAY, null);

        assertThat(customers.all()).extracting(Customers.Named::code).containsExactly("北京，上海 \"甲\" 公司", "乙");
        assertThat(customers.columns()).containsEntry("customer", "客户名称");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_byte_order_mark_tells_the_encoding(String charset) throws IOException {
        byte[] text = ("\uFEFF" + CHINESE.replace(',', '\t')).getBytes(Charset.forName(charset));
        Path file = Files.write(folder.resolve("log.tsv"), text);
        Customers customers = FitFile.read(file).customers(TimeUnit.DAY, null);

        assertThat(customers.all()).hasSize(2);
        assertThat(customers.columns()).containsEntry("customer", "客户名称");
    }

    @Test
    void a_packed_file_in_gb18030() throws IOException {
        Path file = folder.resolve("log.csv.gz");
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            packed.write(CHINESE.getBytes(Charset.forName("GB18030")));
        }
        assertThat(FitFile.read(file)
                        .customers(TimeUnit.DAY, null)
                        .all()
                        .getLast()
                        .code())
                .isEqualTo("乙");
    }

    @Test
    void what_is_no_packed_file_cannot_be_read() throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv.gz"), "A,2024-01-01\n");

        assertThatExceptionOfType(Problem.Invalid.class)
                .isThrownBy(() -> FitFile.read(file))
                .satisfies(refused -> assertThat(refused.messageKey()).isEqualTo("fit.unreadable"));
    }

    @Test
    void packed_files_are_unpacked() throws IOException {
        Path file = folder.resolve("log.csv.gz");
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            packed.write("A,2024-01-01\nA,2024-01-08\n".getBytes(StandardCharsets.UTF_8));
        }

        Customers weeks = FitFile.read(file).customers(TimeUnit.WEEK, null);
        assertCustomer(weeks.all().getFirst(), "A", 1, 1, 1);
    }

    @Test
    void chinese_headers_are_understood() throws IOException {
        Customers customers = read("客户,日期,数量,金额\n甲,2024-01-01,1,5\n甲,2024-01-08,2,7\n");

        assertCustomer(customers.all().getFirst(), "甲", 1, 7, 7);
        assertThat(customers.summaries().getFirst().meanValue()).hasValue(7);
    }

    @Test
    void lines_behind_the_ones_looked_at_are_read_and_checked() throws IOException {
        StringBuilder log = new StringBuilder("customer,date\n");
        for (int i = 0; i < 1000; i++) {
            log.append("C")
                    .append(i % 300)
                    .append(",2024-01-")
                    .append(10 + i / 300)
                    .append('\n');
        }
        assertThat(read(log.toString()).all()).hasSize(300);

        log.append("C1,soon\n");
        assertThatExceptionOfType(Problem.Invalid.class)
                .isThrownBy(() -> read(log.toString()))
                .satisfies(refused -> assertThat(refused.arguments()).containsExactly(1002, 2, "soon"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1800-01-01", "2999-12-31", "18000101", "31/12/2024"})
    void a_day_that_cannot_be_meant_is_refused_with_the_form_that_is_wanted(String day) {
        assertThatExceptionOfType(Problem.Invalid.class)
                .isThrownBy(() -> read("customer,date,amount\nA,2024-01-01,1\nA," + day + ",1\n"))
                .satisfies(refused -> {
                    assertThat(refused.messageKey()).isEqualTo("fit.badDay");
                    assertThat(refused.arguments()).containsExactly(3, 2, day);
                });
    }

    @Test
    void amounts_may_part_their_thousands() throws IOException {
        Customers customers = read("customer,date,amount\nA,2024-01-01,1\nA,2024-01-09,\"7,150.50\"\n");

        assertThat(customers.summaries().getFirst().meanValue()).hasValue(7150.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.150,50", "7,15", "abc", "1 000"})
    void an_amount_of_another_form_is_refused_with_the_one_that_is_wanted(String amount) {
        assertThatExceptionOfType(Problem.Invalid.class)
                .isThrownBy(() -> read("customer;date;amount\nA;2024-01-01;" + amount + "\n"))
                .satisfies(refused -> assertThat(refused.messageKey()).isEqualTo("fit.badNumber"));
    }

    @Test
    void a_quotation_mark_that_is_never_closed_is_named() {
        String good = "customer,date,amount\nA,2026-01-01,5\nA,2026-01-02,5\n";

        assertThatExceptionOfType(Problem.Invalid.class)
                .isThrownBy(() -> read(good + "\"A,2026-01-03,5\n"))
                .satisfies(refused -> assertThat(refused.messageKey()).isEqualTo("fit.quotedShort"));
        assertThatExceptionOfType(Problem.Invalid.class)
                .isThrownBy(() -> read(good + "A,2026-01-03,\"5\nA,2026-01-04,5\n"))
                .satisfies(refused -> assertThat(refused.messageKey()).isEqualTo("fit.quoted"));
    }
}
