package mainstay.accounts;

import java.util.Set;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.shared.CatchUp;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;

/// Derives the keys of accounts whose names or codes have changed, whoever changed them. Whoever
/// searches before that has happened does a part of it; the rest follows in the background.
@Service
class SearchUpkeep {

    private static final int AT_ONCE = 5_000;

    private final SearchEntries entries;
    private final CatchUp backlog;

    SearchUpkeep(SearchEntries entries, PlatformTransactionManager transactions) {
        this.entries = entries;
        this.backlog = new CatchUp(transactions, this::step);
    }

    void catchUp() {
        Acting.run(Actor.operator(), backlog::once);
    }

    void catchUpWholly() {
        Acting.run(Actor.operator(), backlog::wholly);
    }

    private boolean step() {
        if (!entries.begin()) {
            return false;
        }
        Set<Long> accounts = entries.take(AT_ONCE);
        if (accounts.isEmpty()) {
            return false;
        }
        entries.derive(accounts);
        entries.sortIn();
        return true;
    }
}
