package mainstay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import mainstay.ledger.ImportReport.Status;
import mainstay.ledger.file.Kind;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// What must hold whatever the lines are: random ledgers whose documents come in several batches, with credit
/// notes, lines without a customer, without a cost, and in a currency nobody has a rate for.
@Story
class LedgerHistoryTests {

    private static final String HEADER =
            "customer,billTo,document,line,kind,date,product,quantity,price,cost,currency\n";

    private final LedgerTestbed ledger;
    private long nextLine;

    @Autowired
    LedgerHistoryTests(
            ImportDesk desk, BatchDesk batches, JdbcClient database, PlatformTransactionManager transactions) {
        this.ledger = new LedgerTestbed(desk, batches, database, transactions);
    }

    @BeforeEach
    void start_with_an_empty_ledger() {
        ledger.withdrawEverything();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatever_comes_and_goes_days_and_months_equal_the_lines(long seed) {
        RandomGenerator chance = chance(seed);
        Deque<ImportReport> standing = new ArrayDeque<>();
        for (int step = 0; step < 8; step++) {
            int act = standing.isEmpty() ? 0 : chance.nextInt(4);
            if (act == 3) {
                ledger.withdraw(standing.removeFirst());
            } else if (act == 2) {
                long replaced = standing.removeLast().batch();
                standing.addLast(done(ledger.importText(
                        Kind.SALES, HEADER + String.join("", lines(chance)), request -> request.replacing(replaced))));
            } else {
                standing.addLast(bring(lines(chance)));
            }
            assertThat(ledger.rebuild())
                    .as("rows that differ after step %d", step)
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void import_then_withdraw_is_as_before(long seed) {
        RandomGenerator chance = chance(seed);
        bring(lines(chance));
        Map<String, String> before = ledger.fingerprint();
        ImportReport second = bring(lines(chance));
        assertThat(ledger.fingerprint()).isNotEqualTo(before);
        ledger.withdraw(second);
        assertThat(ledger.fingerprint()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void two_halves_equal_the_whole_wherever_it_is_cut(long seed) {
        RandomGenerator chance = chance(seed);
        List<String> all = lines(chance);
        bring(all);
        Map<String, String> whole = ledger.fingerprint();
        ledger.withdrawEverything();
        int cut = chance.nextInt(1, all.size());
        bring(all.subList(0, cut));
        bring(all.subList(cut, all.size()));
        assertThat(ledger.fingerprint()).isEqualTo(whole);
    }

    /// Months that are new to the ledger become part of it as they were staged; others take rows up.
    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34})
    void months_take_the_same_lines_whether_they_are_new_or_not(long seed) {
        RandomGenerator chance = chance(seed);
        List<String> lines = lines(chance).stream()
                .map(line -> line.replace(",2024-", "," + (1840 + 4 * seed) + "-"))
                .toList();
        ImportReport asNew = bring(lines);
        Map<String, String> taken = ledger.fingerprint();
        assertThat(ledger.rebuild()).isZero();
        ledger.withdraw(asNew);
        bring(lines);
        assertThat(ledger.fingerprint()).isEqualTo(taken);
        assertThat(ledger.rebuild()).isZero();
    }

    /// Months that the file has left behind are made ready while it is read; lines that come late open them anew.
    @ParameterizedTest
    @ValueSource(longs = {61, 62, 63, 64})
    void lines_that_come_late_into_months_left_behind_count_all_the_same(long seed) {
        RandomGenerator chance = chance(seed);
        LocalDate start = LocalDate.of(1900 + 2 * (int) (seed - 60), 1, 1);
        List<String> inOrder = IntStream.range(0, 240)
                .mapToObj(i -> "A%d,D-%d-%d,%d,%s,P%d,%d,2.50,1,%s\n"
                        .formatted(
                                chance.nextInt(4),
                                seed,
                                chance.nextInt(90),
                                i + 1,
                                start.plusDays(2L * i),
                                chance.nextInt(5),
                                1 + chance.nextInt(9),
                                chance.nextInt(60) == 0 ? "XOF" : ""))
                .toList();
        List<String> late = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String line : inOrder) {
            (chance.nextInt(12) == 0 ? late : lines).add(line);
        }
        late.forEach(line -> lines.add(lines.size() * 2 / 3 + chance.nextInt(lines.size() / 3), line));
        lines.add(lines.getFirst());
        ImportReport report = bring("customer,document,line,date,product,quantity,price,cost,currency\n", lines);
        assertThat(late).isNotEmpty();
        assertThat(report.accepted()).isEqualTo(inOrder.size());
        assertThat(report.known()).isEqualTo(1);
        assertThat(ledger.rebuild()).isZero();
    }

    /// Names are not what makes a line another one, so the same lines come again under other names.
    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53, 54})
    void lines_that_are_known_bring_no_names_either(long seed) {
        RandomGenerator chance = chance(seed);
        String header = "customer,billTo,document,line,date,amount,product,customerName,productName,category\n";
        List<String> known = unnamed(chance);
        List<String> others =
                unnamed(chance).stream().map(line -> named(line, chance)).toList();
        bring(header, known.stream().map(line -> named(line, chance)).toList());
        ImportReport alone = bring(header, others);
        Map<String, String> taken = ledger.fingerprint();
        ledger.withdraw(alone);
        List<String> together = new ArrayList<>(others);
        known.forEach(line -> together.add(chance.nextInt(together.size() + 1), named(line, chance)));
        ImportReport mixed = bring(header, together);
        assertThat(mixed.known()).isEqualTo(known.size());
        assertThat(mixed.accepted()).isEqualTo(others.size());
        assertThat(ledger.fingerprint()).isEqualTo(taken);
        assertThat(ledger.rebuild()).isZero();
    }

    private List<String> unnamed(RandomGenerator chance) {
        return IntStream.range(0, 30)
                .mapToObj(i -> "A%d,%s,D-%d,%d,2024-02-%02d,7,P%d"
                        .formatted(
                                chance.nextInt(9),
                                chance.nextInt(3) == 0 ? "B" + chance.nextInt(5) : "",
                                chance.nextInt(9),
                                ++nextLine,
                                1 + chance.nextInt(28),
                                chance.nextInt(9)))
                .toList();
    }

    private static String named(String line, RandomGenerator chance) {
        List<String> names = List.of("", "East", "West", "North");
        return "%s,%s,%s,%s%n"
                .formatted(
                        line, names.get(chance.nextInt(4)), names.get(chance.nextInt(4)), names.get(chance.nextInt(4)));
    }

    /// Only some hundred documents are remembered while these tests read.
    @ParameterizedTest
    @ValueSource(longs = {41, 42})
    void documents_whose_lines_lie_far_apart_are_numbered_as_if_they_stood_together(long seed) {
        RandomGenerator chance = chance(seed);
        String header = "customer,document,date,product,quantity,price\n";
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            lines.add("A%d,FAR-%03d,%s,P%d,%d,3\n"
                    .formatted(
                            chance.nextInt(4),
                            chance.nextInt(800),
                            LocalDate.of(2024, 1, 1).plusDays(chance.nextInt(70)),
                            chance.nextInt(5),
                            1 + chance.nextInt(9)));
        }
        bring(header, lines);
        Map<String, String> apart = ledger.fingerprint();
        assertThat(ledger.count("select count(*) from ledger.document where number like 'FAR-%'"))
                .isEqualTo(lines.stream()
                        .map(LedgerHistoryTests::document)
                        .distinct()
                        .count());
        assertThat(ledger.rebuild()).isZero();
        ledger.withdrawEverything();
        lines.sort(Comparator.comparing(LedgerHistoryTests::document));
        bring(header, lines);
        assertThat(ledger.fingerprint()).isEqualTo(apart);
    }

    private static String document(String line) {
        int from = line.indexOf("FAR-");
        return line.substring(from, line.indexOf(',', from));
    }

    private ImportReport bring(List<String> lines) {
        return bring(HEADER, lines);
    }

    private ImportReport bring(String header, List<String> lines) {
        return done(ledger.importText(Kind.SALES, header + String.join("", lines)));
    }

    private static ImportReport done(ImportReport report) {
        assertThat(report.status()).isEqualTo(Status.DONE);
        return report;
    }

    /// Few documents, customers and days, so that batches meet on them.
    private List<String> lines(RandomGenerator chance) {
        List<String> lines = new ArrayList<>();
        int count = chance.nextInt(5, 40);
        for (int i = 0; i < count; i++) {
            boolean attributed = chance.nextInt(6) > 0;
            lines.add("%s,%s,D-%d,%d,%s,%s,P%d,%d,%d.50,%s,%s\n"
                    .formatted(
                            attributed ? "A" + chance.nextInt(4) : "",
                            attributed && chance.nextBoolean() ? "A" + chance.nextInt(4) : "",
                            chance.nextInt(8),
                            ++nextLine,
                            chance.nextInt(5) == 0 ? "credit" : "invoice",
                            LocalDate.of(2024, 1, 1).plusDays(chance.nextInt(70)),
                            chance.nextInt(5),
                            chance.nextInt(-3, 9),
                            chance.nextInt(0, 50),
                            chance.nextInt(3) == 0 ? "" : String.valueOf(chance.nextInt(100)),
                            chance.nextInt(8) == 0 ? "XOF" : ""));
        }
        return lines;
    }

    private static RandomGenerator chance(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
