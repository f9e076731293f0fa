package mainstay.portfolio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The accountings of the whole firm asked for last, until the ledger, the accounts or the costs change. Whoever sees
/// some accounts only gets figures made for the occasion, and whoever may not know of some costs never gets those made
/// for who may.
@Component
class KeptAccountings {

    /// Lines of accounts kept at most, over all accountings.
    private static final int MOST_TOTALS = 150_000;

    private final JdbcClient database;
    private final ReentrantLock making = new ReentrantLock();
    private final Map<Key, Accounting> kept = new LinkedHashMap<>(16, 0.75f, true);

    KeptAccountings(JdbcClient database) {
        this.database = database;
    }

    /// @param costing revisions of the costs, as the reader may know them
    private record Key(String state, String costing, Scope scope) {}

    /// @param costs that the accounting bears
    Accounting get(Scope scope, List<CostSource> costs, Supplier<Accounting> made) {
        if (Acting.now().filter(actor -> actor.reaches(Level.BUSINESS)).isEmpty()) {
            return made.get();
        }
        Key key = new Key(state(), costing(costs), scope);
        @Nullable Accounting known = look(key);
        return known == null ? madeOnce(key, made) : known;
    }

    /// What accountings rest on, in one text.
    String basis(List<CostSource> costs) {
        return state() + '\n' + costing(costs);
    }

    private static String costing(List<CostSource> costs) {
        return costs.stream()
                .map(source -> source.getClass().getName() + ' ' + source.revision())
                .collect(Collectors.joining("\n"));
    }

    /// One at a time: those who ask the same meanwhile wait for it instead of doing it again.
    private Accounting madeOnce(Key key, Supplier<Accounting> made) {
        making.lock();
        try {
            @Nullable Accounting meanwhile = look(key);
            if (meanwhile != null) {
                return meanwhile;
            }
            Accounting fresh = made.get();
            keep(key, fresh);
            return fresh;
        } finally {
            making.unlock();
        }
    }

    /// Names the database, so that nothing of one is taken for another's, and what sales are made of.
    private String state() {
        return database.sql("""
                        select (select oid from pg_database where datname = current_database())
                               || ' ' || (select revision from accounts.pub_list_revision)
                               || ' ' || (select revision from ledger.pub_state)
                        """).query(String.class).single();
    }

    private synchronized @Nullable Accounting look(Key key) {
        return kept.get(key);
    }

    private synchronized void keep(Key key, Accounting fresh) {
        kept.keySet().removeIf(other -> !other.state().equals(key.state()));
        kept.put(key, fresh);
        long totals = kept.values().stream()
                .mapToLong(accounting -> accounting.totals().size())
                .sum();
        var eldest = kept.entrySet().iterator();
        while (totals > MOST_TOTALS && eldest.hasNext()) {
            totals -= eldest.next().getValue().totals().size();
            eldest.remove();
        }
    }
}
