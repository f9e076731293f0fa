package mainstay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.accounts.MergeBench;
import mainstay.ledger.ImportReport.Status;
import mainstay.ledger.file.Kind;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// Whatever files come, go and are replaced while accounts are merged and parted: in the end everything is as
/// if the files that stand had come one after the other and the merges that stand had been made behind them.
@Story
class MergeHistoryTests {

    private static final List<String> CODES = List.of("A0", "A1", "A2", "A3", "A4");
    private static final List<String> HOLDINGS = List.of("G0", "G1");
    private static final List<String> CHILDREN = List.of("K0", "K1");
    private static final String MASTERS = "code,name,category,region,manager,creditLimit,paymentTerm,openedOn,parent\n";
    private static final String SALES = "customer,billTo,document,line,kind,date,product,quantity,price,cost\n";

    private final LedgerTestbed ledger;
    private final MergeBench merges;
    private final Map<Long, File> standing = new LinkedHashMap<>();
    private int nextLine;

    @Autowired
    MergeHistoryTests(
            ImportDesk desk,
            BatchDesk batches,
            JdbcClient database,
            PlatformTransactionManager transactions,
            MergeBench merges) {
        this.ledger = new LedgerTestbed(desk, batches, database, transactions);
        this.merges = merges;
    }

    private record File(Kind kind, String text) {}

    @BeforeEach
    void start_with_an_empty_ledger() {
        merges.undoAll();
        ledger.withdrawEverything();
        standing.clear();
        base();
    }

    /// Every account exists, whatever files are withdrawn.
    private void base() {
        bring(new File(
                Kind.SALES,
                "customer,document,date,amount\n"
                        + everybody()
                                .map(code -> code + ",B-" + code + ",2024-01-05,7\n")
                                .collect(Collectors.joining())));
    }

    private static Stream<String> everybody() {
        return Stream.of(HOLDINGS, CODES, CHILDREN).flatMap(List::stream);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void any_history_equals_its_files_and_merges_one_after_the_other(long seed) {
        RandomGenerator chance = chance(seed);
        for (int step = 0; step < 14; step++) {
            act(chance);
            assertThat(ledger.rebuild())
                    .as("figures and facts that differ after step %d", step)
                    .isZero();
            assertThat(merges.restoreAll())
                    .as("accounts that differ after step %d", step)
                    .isZero();
        }
        Map<String, String> grown = merges.fingerprint(ledger.fingerprint());

        List<File> files = List.copyOf(standing.values());
        List<MergeBench.Pair> made = merges.pairs();
        merges.undoAll();
        ledger.withdrawEverything();
        base();
        files.forEach(this::bring);
        made.forEach(pair -> merges.merge(pair.survivor(), pair.merged()));
        assertThat(merges.fingerprint(ledger.fingerprint())).isEqualTo(grown);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void a_merge_undone_leaves_no_trace(long seed) {
        RandomGenerator chance = chance(seed);
        Kind[] kinds = {Kind.ACCOUNTS, Kind.SALES, Kind.RECEIVABLES, Kind.PAYMENTS, Kind.SELLOUT, Kind.ORDERS};
        for (Kind kind : kinds) {
            bring(file(kind, chance));
        }
        Map<String, String> before = merges.fingerprint(ledger.fingerprint());
        long merge = merges.merge("A1", "A0").orElseThrow();
        assertThat(merges.fingerprint(ledger.fingerprint())).isNotEqualTo(before);
        merges.undo(merge);
        assertThat(merges.fingerprint(ledger.fingerprint())).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void what_comes_by_the_old_code_meanwhile_goes_back_with_it(long seed) {
        RandomGenerator chance = chance(seed);
        List<File> files = List.of(file(Kind.SALES, chance), file(Kind.RECEIVABLES, chance));
        List<File> later = List.of(file(Kind.SALES, chance), file(Kind.PAYMENTS, chance), file(Kind.ACCOUNTS, chance));
        files.forEach(this::bring);
        later.forEach(this::bring);
        Map<String, String> without = merges.fingerprint(ledger.fingerprint());
        ledger.withdrawEverything();

        base();
        files.forEach(this::bring);
        long merge = merges.merge("A1", "A0").orElseThrow();
        later.forEach(this::bring);
        assertThat(ledger.count(
                        "select count(*) from ledger.pub_sales_line l join accounts.account a on a.id = l.account_id"
                                + " where a.code = 'A0'"))
                .isZero();
        merges.undo(merge);
        assertThat(merges.fingerprint(ledger.fingerprint())).isEqualTo(without);
    }

    @Test
    void a_day_that_two_old_codes_share_counts_once() {
        assertThat(merges.merge("A1", "A0")).isPresent();
        assertThat(merges.merge("A1", "A2")).isPresent();
        bring(new File(
                Kind.SALES,
                SALES + "A0,,X1,1,invoice,2024-02-01,P1,1,10,4\n" + "A2,,X2,1,invoice,2024-02-01,P1,2,10,4\n"));
        assertThat(ledger.rebuild()).isZero();
    }

    @Test
    void a_day_on_which_the_survivor_was_billed_to_the_merged_one_counts_once() {
        bring(new File(
                Kind.SALES,
                SALES + "A1,A0,Y1,1,invoice,2024-02-01,P1,1,10,4\n" + "A0,,Y2,1,invoice,2024-02-01,P1,2,10,4\n"));
        assertThat(merges.merge("A1", "A0")).isPresent();
        assertThat(ledger.rebuild()).isZero();
    }

    private void act(RandomGenerator chance) {
        switch (standing.isEmpty() ? 0 : chance.nextInt(8)) {
            case 4 -> {
                long batch = anyBatch(chance);
                standing.remove(batch);
                ledger.withdraw(batch);
            }
            case 5 -> replace(chance);
            case 6 -> merges.merge(any(CODES, chance), any(CODES, chance));
            case 7 -> {
                List<MergeBench.Pair> made = merges.pairs();
                if (!made.isEmpty()) {
                    merges.undo(any(made, chance).id());
                }
            }
            default -> {
                Kind[] kinds = {
                    Kind.SALES, Kind.SALES, Kind.ACCOUNTS, Kind.RECEIVABLES, Kind.PAYMENTS, Kind.SELLOUT, Kind.ORDERS
                };
                File file = file(kinds[chance.nextInt(kinds.length)], chance);
                standing.put(bring(file), file);
            }
        }
    }

    private void replace(RandomGenerator chance) {
        long batch = anyBatch(chance);
        File file = file(Objects.requireNonNull(standing.get(batch)).kind(), chance);
        ImportReport report = ledger.importText(file.kind(), file.text(), request -> request.replacing(batch));
        assertThat(report.status()).isEqualTo(Status.DONE);
        standing.remove(batch);
        standing.put(report.batch(), file);
    }

    private long bring(File file) {
        ImportReport report = ledger.importText(file.kind(), file.text());
        assertThat(report.status()).as(file.text()).isEqualTo(Status.DONE);
        return report.batch();
    }

    private long anyBatch(RandomGenerator chance) {
        return any(List.copyOf(standing.keySet()), chance);
    }

    private static <T> T any(List<T> choice, RandomGenerator chance) {
        return choice.get(chance.nextInt(choice.size()));
    }

    private File file(Kind kind, RandomGenerator chance) {
        return new File(
                kind,
                switch (kind) {
                    case SALES -> SALES + lines(chance);
                    case ACCOUNTS -> MASTERS + masters(chance);
                    case RECEIVABLES -> "number,account,issued,due,amount\n" + receivables(chance);
                    case PAYMENTS -> "number,invoice,account,date,amount\n" + payments(chance);
                    case SELLOUT -> "account,product,period,quantity\n" + sellOut(chance);
                    default -> "number,line,account,date,product,quantity,amount\n" + orders(chance);
                });
    }

    /// Few documents, customers and days, so that files and merges meet on them.
    private String lines(RandomGenerator chance) {
        StringBuilder rows = new StringBuilder();
        int count = chance.nextInt(5, 30);
        for (int i = 0; i < count; i++) {
            boolean attributed = chance.nextInt(6) > 0;
            rows.append("%s,%s,D-%d,%d,%s,%s,P%d,%d,%d.50,%s\n"
                    .formatted(
                            attributed ? any(CODES, chance) : "",
                            chance.nextInt(3) == 0 ? any(CODES, chance) : "",
                            chance.nextInt(8),
                            ++nextLine,
                            chance.nextInt(5) == 0 ? "credit" : "invoice",
                            LocalDate.of(2024, 1, 1).plusDays(chance.nextInt(70)),
                            chance.nextInt(5),
                            chance.nextInt(-3, 9),
                            chance.nextInt(0, 50),
                            chance.nextInt(3) == 0 ? "" : String.valueOf(chance.nextInt(100))));
        }
        return rows.toString();
    }

    /// Those that are merged stand between holdings and children, so nothing makes a circle.
    private static String masters(RandomGenerator chance) {
        StringBuilder rows = new StringBuilder();
        for (String code : everybody().toList()) {
            List<String> above = CODES.contains(code) ? HOLDINGS : CHILDREN.contains(code) ? CODES : List.of();
            rows.append("%s,Name %d,%s,%s,%s,%s,%s,%s,%s\n"
                    .formatted(
                            code,
                            chance.nextInt(3),
                            chance.nextBoolean() ? "C" + chance.nextInt(2) : "",
                            chance.nextBoolean() ? "R" + chance.nextInt(2) : "",
                            chance.nextBoolean() ? "M" + chance.nextInt(2) : "",
                            chance.nextBoolean() ? String.valueOf(1000 * chance.nextInt(1, 4)) : "",
                            chance.nextBoolean() ? "30" : "",
                            chance.nextBoolean() ? "2020-0" + chance.nextInt(1, 9) + "-01" : "",
                            above.isEmpty() || chance.nextInt(3) == 0 ? "" : any(above, chance)));
        }
        return rows.toString();
    }

    private static String receivables(RandomGenerator chance) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            rows.append("I-%d,%s,2024-01-%02d,%s,%d\n"
                    .formatted(
                            i * 2 + chance.nextInt(2),
                            any(CODES, chance),
                            1 + chance.nextInt(28),
                            chance.nextBoolean() ? "2024-03-01" : "",
                            100 + chance.nextInt(900)));
        }
        return rows.toString();
    }

    private static String payments(RandomGenerator chance) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            rows.append("P-%d,%s,%s,2024-02-%02d,%d\n"
                    .formatted(
                            i * 2 + chance.nextInt(2),
                            chance.nextBoolean() ? "I-" + chance.nextInt(12) : "",
                            any(CODES, chance),
                            1 + chance.nextInt(28),
                            50 + chance.nextInt(500)));
        }
        return rows.toString();
    }

    private static String sellOut(RandomGenerator chance) {
        StringBuilder rows = new StringBuilder();
        for (String code : CODES) {
            rows.append("%s,P%d,2024-0%d,%d\n"
                    .formatted(code, chance.nextInt(3), chance.nextInt(1, 4), chance.nextInt(1, 90)));
        }
        return rows.toString();
    }

    private static String orders(RandomGenerator chance) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            rows.append("O-%d,%d,%s,2024-01-0%d,P%d,%d,%d\n"
                    .formatted(
                            chance.nextInt(4),
                            i,
                            any(CODES, chance),
                            chance.nextInt(1, 9),
                            chance.nextInt(3),
                            chance.nextInt(1, 9),
                            chance.nextInt(10, 99)));
        }
        return rows.toString();
    }

    private static RandomGenerator chance(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
