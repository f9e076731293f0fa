package mainstay.terms.rebate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.shared.ExactMoney;
import mainstay.shared.Money;
import mainstay.shared.RecordRows;
import mainstay.shared.WorkSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What rebates ask of people: pay out what is earned once a period is over and the ledger reaches its end,
/// get back what was paid out and is not earned, and tell an account of a step that it can still reach.
@Component
class RebateWork implements WorkSource {

    private static final int MOST = 10;
    private static final int DAYS_LEFT = 45;

    private final JdbcClient database;
    private final AccrualRuns runs;
    private final Clock clock;

    RebateWork(JdbcClient database, AccrualRuns runs, Clock clock) {
        this.database = database;
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public Set<String> rules() {
        return Set.of("rebateOverpaid", "rebateDue", "rebateStep");
    }

    @Override
    public int told() {
        return MOST;
    }

    @Override
    public List<Work> work() {
        LocalDate asOf = runs.asOf();
        if (asOf == null || !Acting.actor().is(Role.DIRECTOR, Role.CONTROLLER, Role.KAM)) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        boolean books = !Acting.actor().is(Role.KAM);
        return Stream.of(
                        rows("r.owed > r.asked_repaid order by r.owed desc", today, asOf).stream()
                                .map(row -> overpaid(row, books)),
                        rows("""
                                        r.counts_to < :today and r.counts_to <= :asOf and r.balance > r.asked + r.against
                                        order by r.balance desc
                                        """, today, asOf).stream().map(RebateWork::due),
                        rows("""
                                        r.counts_to between :today and cast(:today as date) + %d and r.missing > 0
                                        and r.missing <= r.measured / 10 order by r.missing
                                        """.formatted(DAYS_LEFT), today, asOf).stream().map(RebateWork::near))
                .flatMap(work -> work)
                .toList();
    }

    private List<Rebate> rows(String which, LocalDate today, LocalDate asOf) {
        return database.sql("select " + Rebate.COLUMNS
                        + " from terms.rebate r join accounts.pub_account k on k.id = r.account_id where " + which
                        + " limit " + (COUNTED + 1))
                .param("today", today)
                .param("asOf", asOf)
                .query(RecordRows.of(Rebate.class))
                .list();
    }

    /// Of a rebate that few know mails and calendars say no more than that.
    private static Work outside(Rebate rebate, Work work) {
        return rebate.confidential()
                ? work.outside(Telling.nothingOf("work.rebate.outside", "work.rebate.outsideReason"))
                : work;
    }

    /// @param books whether the reader may book what comes back
    private static Work overpaid(Rebate rebate, boolean books) {
        long owed = rebate.owed() == null ? 0 : rebate.owed();
        return outside(
                rebate,
                Work.of(
                        "rebateOverpaid",
                        rebate.code() + "/" + rebate.ladderId() + "/" + rebate.periodFrom(),
                        rebate.path(),
                        "work.rebateOverpaid.title",
                        List.of(rebate.name()),
                        books ? "work.rebateOverpaid.reason" : "work.rebateOverpaid.tell",
                        List.of(rebate.ladder(), rebate.countsTo(), new Money(owed)),
                        owed,
                        2,
                        null));
    }

    private static Work due(Rebate rebate) {
        Long most = rebate.payable();
        long payable = most == null ? 0 : most;
        return outside(
                rebate,
                Work.of(
                        "rebateDue",
                        rebate.code() + "/" + rebate.ladderId() + "/" + rebate.periodFrom(),
                        rebate.path(),
                        "work.rebateDue.title",
                        List.of(rebate.name()),
                        "work.rebateDue.reason",
                        List.of(rebate.ladder(), rebate.countsTo(), new Money(payable)),
                        payable,
                        1,
                        rebate.countsTo()));
    }

    private static Work near(Rebate rebate) {
        long missing = rebate.missing() == null ? 0 : rebate.missing();
        double rate = rebate.nextRate() == null ? 0 : rebate.nextRate();
        return outside(
                rebate,
                Work.of(
                        "rebateStep",
                        rebate.code() + "/" + rebate.ladderId() + "/" + rebate.periodFrom(),
                        rebate.path(),
                        "work.rebateStep.title",
                        List.of(rebate.name()),
                        "work.rebateStep.reason",
                        List.of(new ExactMoney(missing), rebate.countsTo(), rate * 100, rebate.ladder()),
                        missing,
                        1,
                        null));
    }
}
