package mainstay.rating.finding;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
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

/// Keeps the findings in step with the ledger, the groups and kinds of accounts, the thresholds and the rebate steps.
@Service
public class Findings {
    private static final LocalDate EVER = LocalDate.of(1, 1, 1);
    private static final int MOST_TRIES = 5;

    private final List<FindingTest> tests;
    private final ObjectProvider<RebateSteps> steps;
    private final Portfolio portfolio;
    private final FindingRuns runs;
    private final Kinship kinship;
    private final FindingTable table;
    private final TransactionTemplate transaction;

    Findings(
            List<FindingTest> tests,
            ObjectProvider<RebateSteps> steps,
            Portfolio portfolio,
            FindingRuns runs,
            Kinship kinship,
            FindingTable table,
            PlatformTransactionManager transactions) {
        this.tests = tests.stream()
                .sorted(Comparator.comparingInt(FindingTest::order))
                .toList();
        this.steps = steps;
        this.portfolio = portfolio;
        this.runs = runs;
        this.kinship = kinship;
        this.table = table;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Runs the tests anew where anything they rest on has moved since the last run, else does nothing. A run
    /// that is under way elsewhere is waited for. Merges do not wait for what a run reads: where the ledger moves
    /// meanwhile, what was found is let go and looked for anew.
    ///
    /// @return whether there was something to do, and it was done
    public boolean ensureCurrent() {
        return Acting.as(Actor.itself(), this::catchUp);
    }

    private boolean catchUp() {
        boolean done = false;
        for (int tries = 0; !done && tries < MOST_TRIES && isBehind(); tries++) {
            done = Boolean.TRUE.equals(transaction.execute(status -> testIfBehind()));
        }
        return done;
    }

    private boolean isBehind() {
        return Boolean.TRUE.equals(transaction.execute(status -> need().isPresent()));
    }

    private boolean testIfBehind() {
        runs.takeTurn();
        return need().filter(this::test).isPresent();
    }

    private Optional<Basis> need() {
        return Optional.of(basis()).filter(basis -> !runs.isCurrent(basis));
    }

    private Basis basis() {
        LedgerState state = portfolio.state();
        return new Basis(state.to(), state.revision(), runs.rulesRevision(), stepsRevision(), kinship.on(state.to()));
    }

    private long stepsRevision() {
        return steps.stream().mapToLong(RebateSteps::revision).sum();
    }

    /// @return false where what it rests on moved meanwhile, and nothing was written
    private boolean test(Basis basis) {
        long started = System.nanoTime();
        runs.readInBulk();
        LocalDate asOf = basis.asOf();
        Examined examined = asOf == null ? null : Examined.upTo(asOf, runs.quarters());
        Map<FindingTest, List<Graded>> found = examined == null ? Map.of() : found(examined);
        runs.beginToWrite();
        boolean stands = basis.equals(basis());
        if (stands) {
            for (FindingTest test : tests) {
                List<Graded> graded = found.getOrDefault(test, List.of());
                table.withdraw(test.code(), examined == null ? EVER : examined.from(), graded);
                table.keep(test.code(), graded);
            }
            int all = found.values().stream().mapToInt(List::size).sum();
            runs.done(basis, (System.nanoTime() - started) / 1e9, all);
        }
        return stands;
    }

    private Map<FindingTest, List<Graded>> found(Examined examined) {
        Map<String, Threshold> thresholds = runs.thresholds();
        Map<FindingTest, List<Graded>> found = new HashMap<>();
        tests.forEach(test -> found.put(test, graded(test.look(examined), thresholds.get(test.code()))));
        return found;
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
