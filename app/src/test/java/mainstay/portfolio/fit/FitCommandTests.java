package mainstay.portfolio.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import mainstay.analytics.btyd.Boundary;
import mainstay.analytics.btyd.ModelChoice;
import mainstay.shared.Problem;
import mainstay.shared.web.Texts;
import mainstay.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FitCommandTests {

    private static final Texts TEXTS = new Texts();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        CommandLine command = new CommandLine(new FitCommand(TEXTS, JsonMapper.shared()));
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        command.setExecutionExceptionHandler((failure, failed, result) -> {
            if (failure instanceof Problem refused) {
                err.write(TEXTS.get(Texts.ENGLISH, refused.messageKey(), refused.arguments()));
                return 1;
            }
            throw failure;
        });
        return command.execute(words);
    }

    private JsonNode fitted(String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.add("--json");
        assertThat(run(all.toArray(String[]::new))).as(err.toString()).isZero();
        return JsonMapper.shared().readTree(out.toString());
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("file.csv"), text).toString();
    }

    private void assertRefused(String text, String sentence) throws IOException {
        assertThat(run(file(text), "--unit", "day")).isEqualTo(1);
        assertThat(err.toString()).contains(sentence);
    }

    @Test
    void the_cdnow_log_in_weeks() {
        String log = SharedData.file("data/cdnow/CDNOW_sample.txt").toString();
        JsonNode fit = fitted(
                log,
                "--model",
                "bg-nbd",
                "--unit",
                "week",
                "--observation-end",
                "1997-09-30",
                "--horizon",
                "39",
                "--customers");

        assertThat(fit.get("model").asString()).isEqualTo("bg-nbd");
        assertThat(fit.get("status").asString()).isEqualTo("converged");
        assertThat(fit.get("customers").asInt()).isEqualTo(2357);
        assertThat(fit.get("repeatCustomers").asInt()).isEqualTo(946);
        assertThat(fit.get("parameters").get("alpha").asDouble()).isCloseTo(4.413602, within(1e-5));
        assertThat(fit.get("standardErrors").get("r").asDouble()).isCloseTo(0.012557, within(1e-5));
        assertThat(fit.get("logLikelihood").asDouble()).isCloseTo(-9582.4292, within(1e-4));
        assertThat(fit.get("aic").asDouble()).isCloseTo(2 * 4 + 2 * 9582.4292, within(1e-3));
        assertThat(fit.get("boundaryParameter").isNull()).isTrue();
        assertThat(fit.get("alternatives").size()).isEqualTo(3);
        double expected = 0;
        for (JsonNode customer : fit.get("perCustomer")) {
            expected += customer.get("expected").asDouble();
        }
        assertThat(expected).isCloseTo(1653.4094, within(1e-3));
        JsonNode first = fit.get("perCustomer").get(0);
        assertThat(first.get("customer").asString()).isEqualTo("0001");
        assertThat(first.get("x").asInt()).isEqualTo(2);
        assertThat(first.get("tx").asDouble()).isCloseTo(30.43, within(0.005));
        assertThat(first.get("T").asDouble()).isCloseTo(38.86, within(0.005));
        assertThat(first.get("m").asDouble()).isCloseTo(22.345, within(1e-9));
        assertThat(first.get("pAlive").asDouble()).isBetween(0.7, 0.75);
    }

    /// Names of the contract, for every model that can be asked for.
    @ParameterizedTest
    @CsvSource({
        "auto, mbg-nbd",
        "nbd, nbd",
        "bg-nbd, bg-nbd",
        "mbg-nbd, mbg-nbd",
        "pareto-nbd, pareto-nbd",
        "gamma-gamma, gamma-gamma"
    })
    void every_model_answers_under_the_same_names(String asked, String model) {
        String file = SharedData.file("data/cdnow/cdnow_customers_summary_with_transactions.csv")
                .toString();
        JsonNode fit = fitted(file, "--model", asked, "--unit", "week", "--customers");

        assertThat(fit.get("model").asString()).isEqualTo(model);
        assertThat(fit.get("unit").asString()).isEqualTo("week");
        assertThat(fit.get("status").asString()).isEqualTo("converged");
        assertThat(fit.propertyNames())
                .contains(
                        "reason",
                        "customers",
                        "repeatCustomers",
                        "parameters",
                        "standardErrors",
                        "logLikelihood",
                        "aic",
                        "bic",
                        "boundaryParameter",
                        "alternatives");
        assertThat(fit.get("standardErrors").propertyNames())
                .containsExactlyElementsOf(fit.get("parameters").propertyNames());
        assertThat(fit.get("perCustomer").get(0).propertyNames())
                .containsExactlyInAnyOrder("customer", "x", "tx", "T", "m", "pAlive", "expected");
        for (JsonNode other : fit.get("alternatives")) {
            assertThat(other.propertyNames()).containsExactlyInAnyOrder("model", "logLikelihood", "bic", "status");
        }
    }

    /// The command has to say so and fall back, and never that everybody is alive for certain.
    @Test
    void a_ledger_without_drop_out_falls_back_to_the_model_that_has_none() throws IOException {
        StringBuilder log = new StringBuilder("customer,date\n");
        for (int customer = 0; customer < 60; customer++) {
            LocalDate day = LocalDate.of(2024, 1, 1).plusDays(customer % 28);
            for (int k = 0; k <= 360 / (12 + customer % 15); k++) {
                log.append("C%d,%s%n".formatted(customer, day.plusDays((12L + customer % 15) * k)));
            }
        }
        JsonNode fit =
                fitted(file(log.toString()), "--unit", "month", "--observation-end", "2025-01-31", "--customers");

        assertThat(fit.get("model").asString()).isEqualTo("nbd");
        assertThat(fit.get("alternatives"))
                .allSatisfy(other -> assertThat(other.get("status").asString()).isEqualTo("atBoundary"));
        assertThat(fit.get("perCustomer"))
                .allSatisfy(one -> assertThat(one.get("pAlive").isNull()).isTrue());
        // 1 January 2024 to 31 January 2025 are 396 days
        assertThat(fit.get("perCustomer").get(0).get("T").asDouble()).isCloseTo(396 / 30.4375, within(1e-12));
    }

    @Test
    void the_best_model_says_why() {
        String file = SharedData.file("data/cdnow/cdnow_customers_summary.csv").toString();
        JsonNode fit = fitted(file, "--unit", "week");

        assertThat(fit.get("model").asString()).isEqualTo("mbg-nbd");
        assertThat(fit.get("reason").asString()).isEqualTo("the lowest BIC of all models");
        assertThat(fit.has("perCustomer")).isFalse();
        assertThat(fit.get("alternatives").get(0).get("model").asString()).isEqualTo("nbd");
        assertThat(fit.get("alternatives").get(0).get("bic").asDouble())
                .isGreaterThan(fit.get("bic").asDouble());
    }

    @Test
    void spending_of_cdnow() {
        String file = SharedData.file("data/cdnow/cdnow_customers_summary_with_transactions.csv")
                .toString();
        JsonNode fit = fitted(file, "--model", "gamma-gamma", "--unit", "week", "--customers");

        assertThat(fit.get("parameters").get("p").asDouble()).isCloseTo(6.25, within(0.01));
        assertThat(fit.get("parameters").get("q").asDouble()).isCloseTo(3.74, within(0.01));
        assertThat(fit.get("parameters").get("v").asDouble()).isCloseTo(15.44, within(0.02));
        assertThat(fit.get("perCustomer").get(0).get("expected").asDouble()).isCloseTo(24.65, within(0.02));
        assertThat(fit.get("alternatives").size()).isZero();
    }

    /// Everybody buys every ten days and nobody leaves.
    @Test
    void regular_customers_have_no_drop_out_and_no_certainty() throws IOException {
        StringBuilder rows = new StringBuilder("x,t_x,T\n");
        for (int i = 0; i < 200; i++) {
            rows.append(10 + i % 7)
                    .append(',')
                    .append(100 + 10 * (i % 7))
                    .append(',')
                    .append(105 + 10 * (i % 7));
            rows.append('\n');
        }
        JsonNode asked = fitted(file(rows.toString()), "--model", "bg-nbd", "--unit", "day", "--customers");

        assertThat(asked.get("status").asString()).isEqualTo("atBoundary");
        assertThat(asked.get("boundaryParameter").asString()).isEqualTo("a");
        assertThat(asked.get("boundary").asString()).contains("no customer leaving");
        assertThat(asked.get("standardErrors").size()).isZero();
        assertThat(asked.get("reason").asString()).contains("auto takes nbd");
        assertThat(asked.get("perCustomer").get(0).get("pAlive").isNull()).isTrue();
    }

    @Test
    void a_model_of_amounts_heads_its_column_with_amounts() {
        String file = SharedData.file("data/cdnow/cdnow_customers_summary_with_transactions.csv")
                .toString();

        assertThat(run(file, "--model", "gamma-gamma", "--unit", "week", "--customers", "--language", "zh-CN"))
                .isZero();
        assertThat(out.toString()).contains("预期每次金额").doesNotContain("预期购买次数");
    }

    @Test
    void an_implausible_day_is_refused_in_a_sentence() throws IOException {
        assertRefused(
                "customer,date\nA,2024-01-01\nA,2999-01-01\n",
                "\"2999-01-01\" is no day of the years 1900 to 2199. Days are written like 2026-11-16 or 20261116.");
        assertThat(run(file("customer,date\nA,2024-01-01\n"), "--unit", "day", "--observation-end", "1800-01-01"))
                .isEqualTo(2);
    }

    @Test
    void one_customer_is_not_enough() throws IOException {
        JsonNode fit = fitted(file("customer,date\nA,2024-01-01\nA,2024-02-01\n"), "--unit", "day", "--customers");

        assertThat(fit.get("status").asString()).isEqualTo("notEnoughData");
        assertThat(fit.get("reason").asString()).isEqualTo("too few customers who came back");
        assertThat(fit.get("logLikelihood").isNull()).isTrue();
        assertThat(fit.get("parameters").size()).isZero();
        assertThat(fit.get("perCustomer").get(0).get("x").asInt()).isEqualTo(1);
        assertThat(fit.get("perCustomer").get(0).get("expected").isNull()).isTrue();
    }

    @Test
    void the_unit_is_never_guessed() throws IOException {
        assertThat(run(file("1,2,3\n"))).isEqualTo(2);
        assertThat(run(file("1,2,3\n"), "--unit", "fortnight")).isEqualTo(2);
        assertThat(err.toString()).contains("--unit is day, week or month");
        assertThat(run(file("1,2,3\n"), "--unit", "day", "--model", "magic")).isEqualTo(2);
        assertThat(run(file("1,2,3\n"), "--unit", "day", "--horizon", "-1")).isEqualTo(2);
    }

    @Test
    void bad_rows_are_named() throws IOException {
        assertRefused("", "is empty");
        assertRefused("x,t_x,T\n", "no rows");
        assertRefused("x,t_x,T\n1,2,3\n1,two,3\n", "Line 3, column 2");
        assertRefused("x,t_x,T\n1,5,3\n", "Line 2 cannot belong to a customer");
        assertRefused("x,t_x,T\n1.5,2,3\n", "Line 2, column 1");
        assertRefused("x,t_x,T\n1,2\n", "Line 2 has only 2 columns");
        assertRefused("customer,date\nA,2024-01-01\nB,2024-13-01\n", "Line 3, column 2");
        assertRefused("customer,date\n,2024-01-01\n", "Line 2, column 1");
        assertRefused("name,town\nAnna,Berlin\n", "name, town");
        assertRefused("7,8\n", "2 columns");
        assertThat(run(folder.resolve("missing.csv").toString(), "--unit", "day"))
                .isEqualTo(1);
    }

    @Test
    void all_bad_lines_are_told_at_once_in_the_language_of_the_reader() throws IOException {
        String bad = "x,t_x,T\n" + "1,two,3\n".repeat(30) + "1,2,3\n1,\u001B[31mred,3\n";

        assertThat(run(file(bad), "--unit", "day", "--language", "zh-CN")).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(21);
        assertThat(err.toString())
                .contains("31 行无法采用。前 20 行：")
                .contains("第 2 行")
                .contains("第 21 行");
    }

    @Test
    void control_characters_of_a_file_do_not_reach_the_terminal() throws IOException {
        assertThat(run(file("x,t_x,T\n1,2,3\n1,\u001B[31mred,3\n"), "--unit", "day", "--language", "en"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("\\u001B[31mred").doesNotContain("\u001B");
    }

    @Test
    void programs_get_the_bad_lines_too() throws IOException {
        assertThat(run(file("x,t_x,T\n1,two,3\n1,5,3\n"), "--unit", "day", "--json"))
                .isEqualTo(1);
        JsonNode refusal = JsonMapper.shared().readTree(out.toString());
        assertThat(refusal.get("type").asString()).endsWith("invalid");
        assertThat(refusal.get("lines").size()).isEqualTo(2);
        assertThat(refusal.get("lines").get(1).asString()).startsWith("Line 3 cannot belong");
    }

    @Test
    void purchases_after_the_end_do_not_count() throws IOException {
        String log = file("A,2024-01-01\nA,2024-01-11\nB,2024-01-05\nB,2024-03-01\nC,2024-03-01\n");
        JsonNode fit = fitted(log, "--unit", "day", "--observation-end", "2024-01-31", "--customers");

        assertThat(fit.get("customers").asInt()).isEqualTo(2);
        assertThat(fit.get("observationEnd").asString()).isEqualTo("2024-01-31");
        assertThat(fit.get("perCustomer").get(0).get("T").asDouble()).isEqualTo(30);
        assertThat(run(log, "--unit", "day", "--observation-end", "2023-01-01")).isEqualTo(1);
    }

    @Test
    void people_read_lines() throws IOException {
        String file = file("id\tx\tt_x\tT\nA\t1\t2\t3\nB\t0\t0\t3\n");

        assertThat(run(file, "--unit", "month", "--customers", "--language", "en"))
                .isZero();
        assertThat(out.toString()).contains("too few customers", "not enough data", "unknown");
    }

    @Test
    void a_document_number_is_not_a_customer() throws IOException {
        String file = file("""
                客户编码,客户名称,单据编号,单据日期,金额
                K1,甲公司,D-1,2024-01-01,5
                K1,甲公司,D-2,2024-01-08,7
                K2,乙公司,D-3,2024-01-09,7
                """);
        JsonNode fit = fitted(file, "--unit", "week", "--customers");

        assertThat(fit.get("customers").asInt()).isEqualTo(2);
        assertThat(fit.get("perCustomer").get(0).get("customer").asString()).isEqualTo("K1");
        assertThat(fit.get("columns").get("customer").asString()).isEqualTo("客户编码");
        assertThat(fit.get("columns").get("date").asString()).isEqualTo("单据日期");
        assertThat(fit.get("columns").get("amount").asString()).isEqualTo("金额");
    }

    @Test
    void the_columns_taken_are_always_named() throws IOException {
        assertThat(run(
                        file("Invoice No,Customer,Invoice Date,Total\nD1,A,2024-01-01,5\nD2,B,2024-01-08,7\n"),
                        "--unit",
                        "day",
                        "--language",
                        "en"))
                .isZero();
        assertThat(out.toString()).contains("customer: Customer, date: Invoice Date, amount: Total");
        assertThat(run(file("A,2024-01-01,5\nB,2024-01-08,7\n"), "--unit", "day", "--language", "en"))
                .isZero();
        assertThat(out.toString()).contains("customer: 1, date: 2, amount: 3");
    }

    /// Three customers: enough for the model without drop-out alone.
    private String three() throws IOException {
        return file("1,3,30\n9,28,30\n0,0,30\n");
    }

    @Test
    void reasons_and_labels_are_in_the_language_asked_for() throws IOException {
        assertThat(run(three(), "--unit", "week", "--language", "zh-CN")).isZero();
        assertThat(out.toString())
                .contains("模型", "nbd：客户太少，无法拟合含流失的模型", "客户             3，其中 2 个再次购买", "数据不足")
                .doesNotContain("Model", "too few");
        out.getBuffer().setLength(0);
        assertThat(run(three(), "--unit", "week", "--language", "zh_TW")).isZero();
        assertThat(out.toString()).contains("客戶太少，無法配適含流失的模型", "對數概似");
        out.getBuffer().setLength(0);
        assertThat(run(three(), "--unit", "week", "--language", "en")).isZero();
        assertThat(out.toString()).contains("Model            nbd: too few customers for a model with drop-out");
        assertThat(run(three(), "--unit", "week", "--language", "fr")).isEqualTo(2);
        assertThat(err.toString()).contains("--language is en, zh-CN or zh-TW, not fr");
    }

    @Test
    void the_language_is_that_of_the_machine_unless_programs_read() throws IOException {
        Locale before = Locale.getDefault(Locale.Category.DISPLAY);
        try {
            Locale.setDefault(Locale.Category.DISPLAY, Locale.SIMPLIFIED_CHINESE);
            assertThat(run(three(), "--unit", "week")).isZero();
            assertThat(out.toString()).contains("客户太少，无法拟合含流失的模型");
            out.getBuffer().setLength(0);
            assertThat(fitted(three(), "--unit", "week").get("reason").asString())
                    .isEqualTo("too few customers for a model with drop-out");
            out.getBuffer().setLength(0);
            assertThat(fitted(three(), "--unit", "week", "--language", "zh-TW")
                            .get("reason")
                            .asString())
                    .isEqualTo("客戶太少，無法配適含流失的模型");
        } finally {
            Locale.setDefault(Locale.Category.DISPLAY, before);
        }
    }

    @Test
    void what_a_boundary_means_is_said_in_chinese() throws IOException {
        StringBuilder rows = new StringBuilder("x,t_x,T\n");
        for (int i = 0; i < 200; i++) {
            rows.append(10 + i % 7).append(",50,50\n");
        }
        assertThat(run(file(rows.toString()), "--unit", "day", "--model", "bg-nbd", "--language", "zh-CN"))
                .isZero();
        assertThat(out.toString()).contains("没有内部极大值。 参数 a 趋向0：数据中看不到客户离开，模型变为不含流失的模型。");
    }

    @Test
    void every_reason_and_every_meaning_has_its_sentence_in_each_language() {
        for (Locale language : Texts.LANGUAGES) {
            FitWords words = new FitWords(TEXTS, language);
            for (ModelChoice.Reason reason : ModelChoice.Reason.values()) {
                assertThat(words.reason(reason)).doesNotContain("fit.").isNotBlank();
            }
            for (Boundary.Meaning meaning : Boundary.Meaning.values()) {
                assertThat(words.boundary(new Boundary("alpha", Boundary.Limit.INFINITY, meaning)))
                        .doesNotContain("fit.")
                        .contains("alpha");
            }
        }
    }

    @Test
    void of_two_possible_customers_none_is_taken() throws IOException {
        assertRefused("Customer ID,Account No,Date\nA,B,2024-01-01\n", "Customer ID, Account No could be the customer");
        assertRefused("who,whom,date\nA,B,2024-01-01\n", "who, whom could be the customer");
        assertRefused("单据编号,单据日期\nA,2024-01-01\n", "is called like a customer");
    }
}
