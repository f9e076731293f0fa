package mainstay.portfolio.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportReport;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.shared.Period;
import mainstay.testing.Story;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Parts add up to the whole, whatever the slice.
@Story
@NullMarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlicesTests {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 3);
    private static final int MANY = 1_000;

    @Autowired
    SalesSlices slices;

    @Autowired
    SalesRows rows;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeAll
    void import_a_ledger_with_everything_in_it(@Autowired ImportDesk desk, @TempDir Path files) throws IOException {
        Random random = new Random(7);
        StringBuilder sales = new StringBuilder(
                "customer,billTo,document,line,kind,date,product,category,region,quantity,price,amount,cost,currency\n");
        for (int number = 0; number < 600; number++) {
            String customer = random.nextInt(12) == 0 ? "" : "A" + random.nextInt(9);
            String billTo = random.nextInt(4) == 0 && !customer.isEmpty() ? "A" + random.nextInt(9) : customer;
            LocalDate day = FIRST.plusDays(random.nextInt(900));
            for (int line = 1; line <= 1 + random.nextInt(4); line++) {
                boolean credit = random.nextInt(6) == 0;
                int quantity = (credit ? -1 : 1) * (1 + random.nextInt(9));
                int price = random.nextInt(20) == 0 ? 0 : 5 + random.nextInt(90);
                int product = random.nextInt(14);
                sales.append("%s,%s,D%d,%d,%s,%s,%s,%s,%s,%d,%d,%d,%s,%s%n"
                        .formatted(
                                customer,
                                billTo,
                                number,
                                line,
                                credit ? "credit" : "invoice",
                                day,
                                product == 0 ? "" : "P" + product,
                                product == 0 || product == 5 ? "" : "C" + product % 4,
                                random.nextInt(5) == 0 ? "" : "R" + random.nextInt(3),
                                quantity,
                                price,
                                quantity * price,
                                random.nextInt(3) == 0 ? "" : String.valueOf(quantity * price * 3 / 4),
                                random.nextInt(25) == 0 ? "USD" : "CNY"));
            }
        }
        Path file = Files.writeString(files.resolve("sales.csv"), sales.toString());
        ImportReport report = Acting.asOperator(() -> desk.run(ImportRequest.of(file, MappingWish.of(Kind.SALES))));
        assertThat(report.status()).as(report.problems().toString()).isEqualTo(ImportReport.Status.DONE);
    }

    @RepeatedTest(60)
    void parts_add_up_to_the_whole(RepetitionInfo round) {
        Question question = question(new Random(round.getCurrentRepetition()));
        Part whole = inTransaction(() -> slices.whole(question));

        for (Cut cut : Cut.values()) {
            if (cut.isSum()) {
                List<Part> parts = inTransaction(() -> slices.parts(question, cut, Measure.REVENUE, null, MANY));
                assertThat(summed(parts, Part::now)).as(cut + " of " + question).isEqualTo(additive(whole.now()));
                if (question.compared() != null) {
                    assertThat(summed(parts, Part::before))
                            .as(cut + " before, of " + question)
                            .isEqualTo(additive(whole.before()));
                }
                boolean once = cut == Cut.MONTH || cut == Cut.ACCOUNT;
                assertThat(sum(parts, part -> part.now().orders()) - whole.now().orders())
                        .as("orders by " + cut + " of " + question)
                        .isBetween(0L, once ? 0L : MANY);
            }
        }
    }

    @RepeatedTest(60)
    void documents_and_lines_add_up_to_the_figure(RepetitionInfo round) {
        Question question = question(new Random(1_000 + round.getCurrentRepetition()));
        Sales whole = inTransaction(() -> slices.whole(question)).now();

        List<SoldDocument> documents = allDocuments(question);
        List<LedgerLine> lines = allLines(question);

        assertThat(documents).hasSize((int) whole.orders()).doesNotHaveDuplicates();
        assertThat(lines).hasSize((int) whole.lines()).doesNotHaveDuplicates();
        assertThat(sum(documents, one -> orZero(one.amount()))).isEqualTo(whole.revenue());
        assertThat(sum(documents, SoldDocument::returned)).isEqualTo(whole.returned());
        assertThat(sum(documents, one -> orZero(one.profit()))).isEqualTo(orZero(whole.profit()));
        assertThat(sum(lines, one -> orZero(one.amount()))).isEqualTo(whole.revenue());
        assertThat(sum(lines, one -> orZero(one.profit()))).isEqualTo(orZero(whole.profit()));
        assertThat(sum(lines, one -> orZero(one.quantity())))
                .isEqualTo(orZero(whole.quantity().amount()));
        Question returned = question.with(question.filter().onlyReturned());
        assertThat(-sum(allLines(returned), one -> orZero(one.amount()))).isEqualTo(whole.returned());
    }

    @RepeatedTest(20)
    void pages_by_place_show_each_part_once(RepetitionInfo round) {
        Question question = question(new Random(2_000 + round.getCurrentRepetition()));
        for (Measure measure : Measure.values()) {
            List<Part> all = inTransaction(() -> slices.parts(question, Cut.PRODUCT, measure, null, MANY));
            List<Part> paged = new ArrayList<>();
            List<Part> page = inTransaction(() -> slices.parts(question, Cut.PRODUCT, measure, null, 3));
            while (!page.isEmpty()) {
                paged.addAll(page);
                PartPlace last = PartPlace.of(page.getLast(), measure);
                page = inTransaction(() -> slices.parts(question, Cut.PRODUCT, measure, last, 3));
            }
            assertThat(paged).as(measure + " of " + question).isEqualTo(all);
        }
    }

    @Test
    void days_and_months_know_what_lines_say() {
        Question all = new Question(
                new Whose(null, false, false, FIRST), new Period(FIRST, FIRST.plusDays(800)), null, Filter.NONE);
        Sales rolled = inTransaction(() -> slices.whole(all)).now();
        Sales read = inTransaction(() -> slices.parts(all, Cut.REGION, Measure.REVENUE, null, MANY)).stream()
                .map(Part::now)
                .reduce(SlicesTests::plus)
                .orElseThrow();

        assertThat(additive(read)).isEqualTo(additive(rolled));
        assertThat(rolled.unknown()).isPositive();
        assertThat(rolled.returned()).isPositive();
    }

    private List<SoldDocument> allDocuments(Question question) {
        List<SoldDocument> all = new ArrayList<>();
        List<SoldDocument> page = inTransaction(() -> rows.documents(question, null, 50));
        while (!page.isEmpty()) {
            all.addAll(page);
            RowPlace last = page.getLast().place();
            page = inTransaction(() -> rows.documents(question, last, 50));
        }
        return all;
    }

    private List<LedgerLine> allLines(Question question) {
        List<LedgerLine> all = new ArrayList<>();
        List<LedgerLine> page = inTransaction(() -> rows.lines(question, null, 50));
        while (!page.isEmpty()) {
            all.addAll(page);
            RowPlace last = page.getLast().place();
            page = inTransaction(() -> rows.lines(question, last, 50));
        }
        return all;
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Acting.asOperator(
                () -> Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> work.get())));
    }

    private Question question(Random random) {
        LocalDate from = FIRST.minusDays(5).plusDays(random.nextInt(700));
        LocalDate to = random.nextBoolean()
                ? from.plusDays(random.nextInt(500))
                : YearMonth.from(from.plusMonths(random.nextInt(12))).atEndOfMonth();
        Period days = new Period(random.nextInt(3) == 0 ? from.withDayOfMonth(1) : from, to);
        Period compared = random.nextInt(3) == 0
                ? null
                : random.nextBoolean()
                        ? days.yearBefore()
                        : new Period(
                                days.from().minusDays(days.days()), days.from().minusDays(1));
        Long account = random.nextBoolean() ? null : anAccount(random);
        Whose whose = new Whose(account, random.nextBoolean(), random.nextBoolean(), to);
        return new Question(whose, days, compared, filter(random, days, account == null));
    }

    private @Nullable Long anAccount(Random random) {
        Question all = new Question(
                new Whose(null, false, false, FIRST), new Period(FIRST, FIRST.plusYears(3)), null, Filter.NONE);
        List<Part> accounts = inTransaction(() -> slices.parts(all, Cut.ACCOUNT, Measure.REVENUE, null, MANY));
        return Long.valueOf(accounts.get(random.nextInt(accounts.size())).key());
    }

    private static Filter filter(Random random, Period days, boolean firm) {
        return new Filter(
                random.nextInt(3) == 0 ? YearMonth.from(days.from().plusDays(random.nextInt(90))) : null,
                random.nextInt(3) == 0 ? pick(random, "", "C1", "C2", "none such") : null,
                random.nextInt(3) == 0 ? pick(random, "", "R1", "R2") : null,
                random.nextInt(6) == 0 ? pick(random, "", "3") : null,
                null,
                firm && random.nextInt(5) == 0,
                random.nextInt(4) == 0,
                false,
                random.nextInt(5) == 0);
    }

    private static String pick(Random random, String... some) {
        return some[random.nextInt(some.length)];
    }

    private static List<Long> additive(@Nullable Sales sales) {
        Sales one = Objects.requireNonNull(sales);
        return List.of(
                one.lines(),
                one.revenue(),
                one.returned(),
                one.known(),
                orZero(one.profit()),
                orZero(one.quantity().amount()),
                one.unknown());
    }

    private static List<Long> summed(List<Part> parts, Function<Part, @Nullable Sales> side) {
        return additive(parts.stream()
                .map(part -> Objects.requireNonNull(side.apply(part)))
                .reduce(new Sales(0, 0, 0, 0, null, 0, Quantity.NONE, 0), SlicesTests::plus));
    }

    private static Sales plus(Sales one, Sales other) {
        return new Sales(
                one.lines() + other.lines(),
                one.revenue() + other.revenue(),
                one.returned() + other.returned(),
                one.known() + other.known(),
                orZero(one.profit()) + orZero(other.profit()),
                one.orders() + other.orders(),
                Quantity.of(
                        orZero(one.quantity().amount())
                                + orZero(other.quantity().amount()),
                        "",
                        false),
                one.unknown() + other.unknown());
    }

    private static <T> long sum(List<T> all, ToLongFunction<T> figure) {
        return all.stream().mapToLong(figure).sum();
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
