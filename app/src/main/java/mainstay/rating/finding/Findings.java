package mainstay.rating.finding;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.portfolio.LedgerState;
import mainstay.portfolio.Portfolio;
import mainstay.rating.finding.FindingRuns.Basis;
import mainstay.rating.finding.FindingTable.Graded;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps the findings in step with the ledger, the thresholds and the rebate steps.
@Service
public class Findings {
    private static final LocalDate EVER = LocalDate.of(1, 1, 1);

    private final List<FindingTest> tests;
    private final ObjectProvider<RebateSteps> steps;
    private final Portfolio portfolio;
    private final FindingRuns runs;
    private final FindingTable table;
    private final TransactionTemplate transaction;

    Findings(
            List<FindingTest> tests,
            ObjectProvider<RebateSteps> steps,
            Portfolio portfolio,
            FindingRuns runs,
            FindingTable table,
            PlatformTransactionManager transactions) {
        this.tests = tests.stream()
                .sorted(Comparator.comparingInt(FindingTest::order))
                .toList();
        this.steps = steps;
        this.portfolio = portfolio;
        this.runs = runs;
        this.table = table;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Runs the tests anew where anything they rest on has moved since the last run, else does nothing. A run
    /// that is under way elsewhere is waited for.
    ///
    /// @return whether there was something to do
    public boolean ensureCurrent() {
        return Acting.as(
                Actor.itself(), () -> isBehind() && Boolean.TRUE.equals(transaction.execute(status -> catchUp())));
    }

    private boolean isBehind() {
        return Boolean.TRUE.equals(transaction.execute(status -> need().isPresent()));
    }

    private boolean catchUp() {
        runs.takeTurn();
        Optional<Basis> need = need();
        need.ifPresent(this::test);
        return need.isPresent();
    }

    private Optional<Basis> need() {
        LedgerState state = portfolio.state();
        Basis basis = new Basis(state.to(), state.revision(), runs.rulesRevision(), stepsRevision());
        return runs.isCurrent(basis) ? Optional.empty() : Optional.of(basis);
    }

    private long stepsRevision() {
        return steps.stream().mapToLong(RebateSteps::revision).sum();
    }

    private void test(Basis basis) {
        long started = System.nanoTime();
        LocalDate asOf = basis.asOf();
        int found = 0;
        if (asOf == null) {
            tests.forEach(test -> table.withdraw(test.code(), EVER, List.of()));
        } else {
            runs.readInBulk();
            Examined examined = Examined.upTo(asOf, runs.quarters());
            Map<String, Threshold> thresholds = runs.thresholds();
            for (FindingTest test : tests) {
                List<Graded> graded = graded(test.look(examined), thresholds.get(test.code()));
                table.withdraw(test.code(), examined.from(), graded);
                table.keep(test.code(), graded);
                found += graded.size();
            }
        }
        runs.done(basis, (System.nanoTime() - started) / 1e9, found);
    }

    private static List<Graded> graded(
            List<Suspicion> suspicions, @org.jspecify.annotations.Nullable Threshold threshold) {
        return threshold == null
                ? List.of()
                : suspicions.stream()
                        .flatMap(suspicion ->
                                threshold.grade(suspicion).stream().map(strength -> new Graded(suspicion, strength)))
                        .toList();
    }
}
