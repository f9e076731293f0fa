package mainstay.portfolio.value;

import java.time.LocalDate;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.portfolio.LedgerState;
import mainstay.portfolio.Portfolio;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps the values of accounts in step with the ledger and the settings.
@Service
public class Values {
    /// A first run looks back too, so that there is a history to compare with.
    private static final int[] MONTHS_BEFORE = {12, 6, 3};

    private static final int FEWEST_MONTHS = 6;

    private final Portfolio portfolio;
    private final ValueRuns runs;
    private final ValueRun run;
    private final ValueRules rules;
    private final TransactionTemplate transaction;

    Values(
            Portfolio portfolio,
            ValueRuns runs,
            ValueRun run,
            ValueRules rules,
            PlatformTransactionManager transactions) {
        this.portfolio = portfolio;
        this.runs = runs;
        this.run = run;
        this.rules = rules;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// What a run would rest on.
    private record Need(LocalDate from, LocalDate asOf, LedgerState ledger, ValueSettings settings, boolean afresh) {}

    /// Values all accounts anew where the ledger, the settings or what is closed have moved since the last
    /// run, else does nothing. A run that is under way elsewhere is waited for.
    ///
    /// @return whether there was something to do
    public boolean ensureCurrent() {
        return Acting.as(Actor.itself(), () -> {
            boolean behind = Boolean.TRUE.equals(transaction.execute(status -> need().isPresent()));
            return behind && Boolean.TRUE.equals(transaction.execute(status -> catchUp()));
        });
    }

    private boolean catchUp() {
        runs.takeTurn();
        Optional<Need> need = need();
        need.ifPresent(this::value);
        return need.isPresent();
    }

    private Optional<Need> need() {
        LedgerState state = portfolio.state();
        LocalDate from = state.from();
        LocalDate asOf = state.to();
        if (from == null || asOf == null) {
            return Optional.empty();
        }
        ValueSettings settings = rules.inForce();
        Optional<RunRow> last = runs.newest();
        boolean current = last.filter(run -> run.asOf().equals(asOf)
                        && run.revision() == state.revision()
                        && run.settings() == settings.revision()
                        && runs.knowsClosings(asOf))
                .isPresent();
        boolean afresh =
                last.filter(run -> run.settings() == settings.revision()).isEmpty();
        return current ? Optional.empty() : Optional.of(new Need(from, asOf, state, settings, afresh));
    }

    private void value(Need need) {
        runs.readInBulk();
        if (need.afresh()) {
            runs.forget();
            for (int months : MONTHS_BEFORE) {
                LocalDate earlier = need.asOf().minusMonths(months);
                if (!earlier.isBefore(need.from().plusMonths(FEWEST_MONTHS))) {
                    run.replay(earlier, need.ledger(), need.settings());
                }
            }
        }
        run.value(need.asOf(), need.ledger(), need.settings());
        runs.dropOld(runs.compared(need.asOf()));
    }
}
