package mainstay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mainstay.identity.Acting;
import mainstay.ledger.ImportReport.Status;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.Reason;
import mainstay.ledger.file.RowProblem;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// How batches come and go: twice the same file, corrections, replacements, withdrawals.
@Story
class BatchStoryTests {

    private static final String HEADER = "customer,customer name,document,line,date,product,quantity,price,cost\n";
    private static final String FIRST = HEADER + """
            A1,Alder,I-1,1,2024-01-05,P1,2,10.5,12
            A1,Alder,I-1,2,2024-01-05,P2,1,3,
            B2,Birch,I-2,1,2024-02-01,P1,4,10,30
            ,,I-3,1,2024-02-02,P1,1,10,
            """;

    private final LedgerTestbed ledger;

    private final ProblemFile problemFile;

    @Autowired
    BatchStoryTests(
            ImportDesk desk,
            BatchDesk batches,
            JdbcClient database,
            PlatformTransactionManager transactions,
            ProblemFile problemFile) {
        this.ledger = new LedgerTestbed(desk, batches, database, transactions);
        this.problemFile = problemFile;
    }

    @BeforeEach
    void start_with_an_empty_ledger() {
        ledger.withdrawEverything();
    }

    @Test
    void a_small_file_comes_in() {
        ImportReport report = ledger.importText(Kind.SALES, FIRST);
        assertThat(report.status()).isEqualTo(Status.DONE);
        assertThat(report.accepted()).isEqualTo(4);
        assertThat(report.unattributed()).isEqualTo(1);
        assertThat(report.accountsCreated()).isEqualTo(2);
        assertThat(report.amount()).isEqualTo(740_000);
        assertThat(report.from()).isEqualTo(LocalDate.of(2024, 1, 5));
        assertThat(ledger.money("select sum(net_known_amount) from ledger.pub_account_day"))
                .isEqualByComparingTo("61");
        assertThat(ledger.money("select sum(net_cost) from ledger.pub_account_day"))
                .isEqualByComparingTo("42");
    }

    @Test
    void import_then_withdraw_is_as_before() {
        ledger.importText(Kind.SALES, FIRST);
        Map<String, String> before = ledger.fingerprint();
        ImportReport second = ledger.importText(Kind.SALES, HEADER + """
                A1,Alder & Sons,I-4,1,2024-01-05,P1,1,9,8
                C3,Cedar,I-5,1,2025-01-05,P9,1,9,8
                """);
        assertThat(ledger.fingerprint()).isNotEqualTo(before);
        ledger.withdraw(second);
        assertThat(ledger.fingerprint()).isEqualTo(before);
    }

    @Test
    void two_halves_equal_the_whole() {
        ledger.importText(Kind.SALES, FIRST);
        Map<String, String> whole = ledger.fingerprint();
        ledger.withdrawEverything();
        String[] rows = FIRST.substring(HEADER.length()).split("\n", -1);
        ledger.importText(Kind.SALES, HEADER + rows[0] + "\n" + rows[1] + "\n");
        ledger.importText(Kind.SALES, HEADER + rows[2] + "\n" + rows[3] + "\n");
        assertThat(ledger.fingerprint()).isEqualTo(whole);
    }

    @Test
    void a_known_row_is_counted_and_a_changed_one_is_a_conflict() {
        ledger.importText(Kind.SALES, FIRST);
        String again = FIRST.replace("B2,Birch,I-2,1,2024-02-01,P1,4,10,30", "B2,Birch,I-2,1,2024-02-01,P1,5,10,30");
        ImportReport refused = ledger.importText(Kind.SALES, again);
        assertThat(refused.status()).isEqualTo(Status.REFUSED);
        assertThat(refused.rejected()).isEqualTo(1);
        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.reason()).isEqualTo(Reason.CONFLICT_IN_LEDGER);
            assertThat(problem.line()).isEqualTo(4);
        });
        TestServer.executeAt(StoryDatabase.ownerUrl(), """
                do $$ begin assert not exists (select 1 from ledger.verdict), 'verdicts stay behind'; end $$
                """);

        ImportReport skipped = ledger.importText(
                Kind.SALES, again + "D4,Dogwood,I-9,1,2024-03-01,P1,1,1,\n", ImportRequest::skippingBadRows);
        assertThat(skipped.status()).isEqualTo(Status.DONE);
        assertThat(skipped.known()).isEqualTo(3);
        assertThat(skipped.accepted()).isEqualTo(1);
        assertThat(skipped.rejected()).isEqualTo(1);
    }

    @Test
    void a_line_given_twice_in_a_file_is_known_or_a_conflict() {
        ImportReport report = ledger.importText(
                Kind.SALES,
                FIRST + "A1,Alder,I-1,1,2024-01-05,P1,2,10.5,12\nA1,Alder,I-1,2,2024-01-06,P2,1,3,\n",
                ImportRequest::skippingBadRows);
        assertThat(report.accepted()).isEqualTo(4);
        assertThat(report.known()).isEqualTo(1);
        assertThat(report.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).isEqualTo(Reason.CONFLICT_IN_FILE));
    }

    @Test
    void lines_without_numbers_are_numbered_in_file_order_and_real_duplicates_stay() {
        String file = "customer,document,date,amount\nA1,I-1,2024-01-05,5\nA1,I-1,2024-01-05,5\nA1,I-2,2024-01-05,7\n";
        assertThat(ledger.importText(Kind.SALES, file).accepted()).isEqualTo(3);
        ImportReport again = ledger.importText(Kind.SALES, file + "B2,I-3,2024-01-06,1\n");
        assertThat(again.known()).isEqualTo(3);
        assertThat(again.accepted()).isEqualTo(1);
    }

    @Test
    void a_corrected_file_finds_the_good_rows_of_the_first_try_as_known() {
        String bad =
                "customer,document,date,amount\nA1,I-1,2024-01-05,5\nA1,I-1,2024-01-05,five\nA1,I-1,2024-01-05,7\n";
        ImportReport first = ledger.importText(Kind.SALES, bad, ImportRequest::skippingBadRows);
        assertThat(first.accepted()).isEqualTo(2);
        ImportReport second = ledger.importText(Kind.SALES, bad.replace("five", "6"));
        assertThat(second.status()).isEqualTo(Status.DONE);
        assertThat(second.known()).isEqualTo(2);
        assertThat(second.accepted()).isEqualTo(1);
    }

    @Test
    void without_document_numbers_a_day_of_an_account_is_one_document() {
        ImportReport report = ledger.importText(
                Kind.SALES, "customer,date,amount\nA1,2024-01-05,5\nA1,2024-01-05,6\nB2,2024-01-05,7\n");
        assertThat(report.accepted()).isEqualTo(3);
        assertThat(ledger.count("select sum(documents) from ledger.pub_account_day"))
                .isEqualTo(2);
    }

    @Test
    void a_batch_can_be_replaced_in_one_step() {
        ImportReport first = ledger.importText(Kind.SALES, FIRST);
        ImportReport second = ledger.importText(
                Kind.SALES, FIRST.replace("4,10,30", "5,10,30"), request -> request.replacing(first.batch()));
        assertThat(second.status()).isEqualTo(Status.DONE);
        assertThat(second.accepted()).isEqualTo(4);
        assertThat(ledger.count("select count(*) from ledger.pub_sales_line")).isEqualTo(4);
        assertThat(ledger.text("select status from ledger.pub_batch where id = " + first.batch()))
                .isEqualTo("withdrawn");
        ImportReport third = ledger.importText(Kind.SALES, FIRST + " ", request -> request.replacing(first.batch()));
        assertThat(third.status()).isEqualTo(Status.REFUSED);
    }

    @Test
    void a_sale_of_a_day_to_come_is_a_mistake() {
        String ahead = HEADER + "A1,Alder,I-8,1,2026-12-17,P1,1,5,\nA1,Alder,I-9,1,2031-01-01,P1,1,5,\n";
        ImportReport report = ledger.importText(Kind.SALES, ahead, ImportRequest::skippingBadRows);
        assertThat(report.accepted()).isOne();
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.reason()).isEqualTo(Reason.DATE_IN_FUTURE);
            assertThat(problem.line()).isEqualTo(3);
        });
        assertThat(ledger.text("select data_to::text from ledger.pub_state")).isEqualTo("2026-12-17");
    }

    @Test
    void a_refused_replacement_leaves_the_first_batch_in() {
        ImportReport first = ledger.importText(Kind.SALES, FIRST);
        Map<String, String> before = ledger.fingerprint();
        ImportReport second = ledger.importText(
                Kind.SALES,
                FIRST + "A1,Alder,I-1,1,2024-01-05,P1,9,9,9\n",
                request -> request.replacing(first.batch()));
        assertThat(second.status()).isEqualTo(Status.REFUSED);
        assertThat(ledger.fingerprint()).isEqualTo(before);
    }

    @Test
    void a_withdrawn_file_may_come_again() {
        ImportReport first = ledger.importText(Kind.SALES, FIRST);
        assertThat(ledger.importText(Kind.SALES, FIRST).status()).isEqualTo(Status.ALREADY_IMPORTED);
        ledger.withdraw(first);
        assertThat(ledger.importText(Kind.SALES, FIRST).status()).isEqualTo(Status.DONE);
    }

    @Test
    void foreign_currency_takes_the_rate_of_the_day_and_stays_unknown_without_one() {
        ledger.importText(Kind.RATES, "currency,date,rate\nUSD,2024-01-01,7.1\nUSD,2024-02-01,7.2\n");
        ImportReport report = ledger.importText(Kind.SALES, """
                customer,document,date,amount,cost,currency
                A1,I-1,2024-01-15,100,60,USD
                A1,I-2,2024-02-15,100,60,usd
                A1,I-3,2024-02-15,100,60,EUR
                A1,I-4,2024-02-15,100,60,CNY
                A1,I-5,2024-02-15,100,60,
                """);
        assertThat(report.amount()).isEqualTo(16_300_000);
        assertThat(ledger.count("select sum(unknown_lines) from ledger.pub_account_day"))
                .isEqualTo(1);
        assertThat(ledger.money("select sum(net_cost) from ledger.pub_account_day"))
                .isEqualByComparingTo("978");
    }

    @Test
    void newer_rows_supersede_and_withdrawing_them_restores_the_former() {
        ledger.importText(Kind.DELIVERIES, "number,account,promised,delivered\nO1,A1,2024-01-05,\nO2,A1,2024-01-05,\n");
        ledger.importText(Kind.PRODUCTS, "code,name,floor price\nP1,Bolt,1.5\n");
        ledger.importText(Kind.RECEIVABLES, "number,account,issued,due,amount\nR1,A1,2024-01-05,2024-02-05,100\n");
        ledger.importText(Kind.PAYMENTS, "account,invoice,date,amount\nA1,R1,2024-02-01,60\nA1,R1,2024-02-01,40\n");
        ledger.importText(Kind.TERRITORIES, "region,parent,name,account\nN,,North,\nN,,North,A1\n");
        Map<String, String> before = ledger.fingerprint();
        ImportReport deliveries =
                ledger.importText(Kind.DELIVERIES, "number,account,promised,delivered\nO1,A1,2024-01-05,2024-01-09\n");
        ImportReport products = ledger.importText(Kind.PRODUCTS, "code,name,floor price\nP1,Bolt M5,1.6\nP2,Nut,1\n");
        ImportReport receivables = ledger.importText(
                Kind.RECEIVABLES,
                "number,account,issued,due,amount\nR1,A1,2024-01-05,2024-03-05,90\nR2,Z9,2024-01-05,,5\n");
        ImportReport payments = ledger.importText(
                Kind.PAYMENTS, "account,invoice,date,amount\nA1,R1,2024-02-01,60\nA1,R2,2024-02-01,5\n");
        ImportReport territories = ledger.importText(Kind.TERRITORIES, "region,parent,name,account\nN,,Far north,\n");
        assertThat(ledger.text("select name from ledger.pub_product where code = 'P1'"))
                .isEqualTo("Bolt M5");
        assertThat(ledger.count("select count(*) from ledger.pub_delivery where delivered is not null"))
                .isEqualTo(1);
        for (ImportReport report : new ImportReport[] {payments, deliveries, products, receivables, territories}) {
            assertThat(report.status()).isEqualTo(Status.DONE);
            ledger.withdraw(report);
        }
        assertThat(ledger.fingerprint()).isEqualTo(before);
    }

    @Test
    void the_account_file_names_accounts_and_its_problems_are_rows() {
        ImportReport refused =
                ledger.importText(Kind.ACCOUNTS, "code,name,parent,holding\nA1,Alder,,\nB2,Birch,Z9,60\n");
        assertThat(refused.status()).isEqualTo(Status.REFUSED);
        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.reason()).isEqualTo(Reason.UNKNOWN_PARENT);
            assertThat(problem.line()).isEqualTo(3);
        });
        assertThat(ledger.count("select count(*) from accounts.pub_account")).isZero();
        ImportReport done = ledger.importText(
                Kind.ACCOUNTS,
                "code,name,parent,holding,credit limit,payment term\nA1,Alder,,,1000,30\nB2,Birch,A1,60,,\n");
        assertThat(done.status()).isEqualTo(Status.DONE);
        assertThat(done.accountsCreated()).isEqualTo(2);
        assertThat(ledger.money("select credit_limit from accounts.pub_account where code = 'A1'"))
                .isEqualByComparingTo("1000");
    }

    @Test
    void rows_that_only_the_ledger_could_judge_come_back_with_their_fields() throws IOException {
        ImportReport accounts =
                ledger.importText(Kind.ACCOUNTS, "code,name,parent,holding\nA1,Alder,,\n=B2,\"Birch, Ltd\",Z9,60\n");
        assertThat(problems(accounts))
                .containsExactly(
                        "problem line,problem,code,name,parent,holding",
                        "3,parent: The parent account Z9 is not known.,'=B2,\"Birch, Ltd\",Z9,60");
        ledger.importText(Kind.SALES, FIRST);
        ImportReport conflict = ledger.importText(
                Kind.SALES, FIRST.replace("2024-02-01,P1,4,10", "2024-02-01,P1,5,10"), ImportRequest::skippingBadRows);
        assertThat(problems(conflict).getLast())
                .startsWith("4,document: ")
                .endsWith(",B2,Birch,I-2,1,2024-02-01,P1,5,10,30");
    }

    @Test
    void a_line_with_several_problems_is_one_record() throws IOException {
        ImportReport report = ledger.importText(Kind.SALES, FIRST + "A1,Alder,I-1,3,someday,P1,two,10,\n");
        assertThat(report.problems()).hasSize(3);
        assertThat(problems(report)).hasSize(2).last().asString().contains("date: ", "quantity: ");
    }

    @Test
    void bad_rows_corrected_alone_go_where_they_would_have_gone() throws IOException {
        String file =
                "customer,document,date,amount\nA1,I-1,2024-01-05,5\n=A1,I-1,2024-01-05,five\nA1,I-1,2024-01-05,7\n";
        ImportReport first = ledger.importText(Kind.SALES, file, ImportRequest::skippingBadRows);
        List<String> lines = problems(first);
        assertThat(lines.getFirst()).isEqualTo("problem line,problem,line in document,customer,document,date,amount");
        ImportReport second =
                ledger.importText(Kind.SALES, String.join("\n", lines).replace("five", "5") + "\n");
        assertThat(second.status()).isEqualTo(Status.DONE);
        assertThat(second.accepted()).isEqualTo(1);
        assertThat(second.unmappedColumns()).isEmpty();
        assertThat(ledger.text("select a.code || ' ' || l.line from ledger.pub_sales_line l "
                        + "join accounts.pub_account a on a.id = l.account_id where l.batch_id = " + second.batch()))
                .isEqualTo("=A1 2");
        assertThat(ledger.importText(Kind.SALES, file.replace("five", "5")).known())
                .isEqualTo(3);
    }

    @Test
    void without_documents_too_a_bad_row_corrected_alone_goes_where_it_belongs() throws IOException {
        String file = "customer,date,amount\nA1,2024-01-05,5\nA1,2024-01-05,six\nA1,2024-01-05,5\n";
        ImportReport first = ledger.importText(Kind.SALES, file, ImportRequest::skippingBadRows);
        ImportReport second =
                ledger.importText(Kind.SALES, String.join("\n", problems(first)).replace("six", "5") + "\n");
        assertThat(second.status()).isEqualTo(Status.DONE);
        assertThat(second.accepted()).isEqualTo(1);
        assertThat(ledger.importText(Kind.SALES, file.replace("six", "5")).known())
                .isEqualTo(3);
    }

    @Test
    void a_row_that_does_not_tell_its_day_cannot_come_back_alone() throws IOException {
        ImportReport first = ledger.importText(
                Kind.SALES, "customer,date,amount\nA1,2024-01-05,5\nA1,someday,5\n", ImportRequest::skippingBadRows);
        ImportReport second = ledger.importText(
                Kind.SALES, String.join("\n", problems(first)).replace("someday", "2024-01-05") + "\n");
        assertThat(second.status()).isEqualTo(Status.REFUSED);
        assertThat(second.problems()).extracting(RowProblem::reason).containsExactly(Reason.MISSING);
        assertThat(second.known()).isZero();
    }

    @Test
    void after_a_large_batch_the_planner_knows_what_is_there() {
        String rows = IntStream.range(0, 10_000)
                .mapToObj(i -> "A%d,I-%d,2005-05-%02d,1\n".formatted(i % 50, i, i % 28 + 1))
                .collect(Collectors.joining());
        ledger.importText(Kind.SALES, "customer,document,date,amount\n" + rows);
        assertThat(ledger.count(
                        "select reltuples::bigint from pg_class where oid = 'ledger.sales_line_2005_05'::regclass"))
                .isEqualTo(10_000);
    }

    private List<String> problems(ImportReport report) throws IOException {
        StringWriter out = new StringWriter();
        Acting.asOperator(() -> {
            try {
                problemFile.write(report.batch(), Locale.ENGLISH, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out;
        });
        return out.toString().lines().toList();
    }

    @Test
    void the_revision_grows_with_each_change() {
        long before = ledger.count("select revision from ledger.pub_state");
        ImportReport report = ledger.importText(Kind.SALES, FIRST);
        assertThat(ledger.count("select revision from ledger.pub_state")).isEqualTo(before + 1);
        assertThat(ledger.text("select data_to::text from ledger.pub_state")).isEqualTo("2024-02-02");
        ledger.withdraw(report);
        assertThat(ledger.count("select revision from ledger.pub_state")).isEqualTo(before + 2);
        assertThat(ledger.text("select data_to::text from ledger.pub_state")).isNull();
    }

    @Test
    void nothing_is_left_in_the_staging_area() {
        ledger.importText(Kind.SALES, FIRST);
        ledger.importText(Kind.SALES, FIRST.replace("10.5", "ten"));
        assertThat(ledger.count("select count(*) from pg_inherits i join pg_class c on c.oid = i.inhrelid "
                        + "where c.relnamespace = 'staging'::regnamespace"))
                .isZero();
        assertThat(ledger.count("select count(*) from pg_locks l join pg_database d on d.oid = l.database "
                        + "where l.locktype = 'advisory' and d.datname = current_database()"))
                .isZero();
    }
}
