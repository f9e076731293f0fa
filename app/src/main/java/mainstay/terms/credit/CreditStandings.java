package mainstay.terms.credit;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Level;
import mainstay.terms.Entitlement;
import mainstay.terms.Measure;
import mainstay.terms.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Which limits bind an account, and what stands against each. A group owes as a whole, so it is added up
/// with full reach, and readers are shown the limits of those accounts whose business they may see.
@Service
public class CreditStandings {

    private final ControlPaths paths;
    private final Exposures exposures;
    private final ExposureRules rules;
    private final Terms terms;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    CreditStandings(
            ControlPaths paths,
            Exposures exposures,
            ExposureRules rules,
            Terms terms,
            JdbcClient database,
            PlatformTransactionManager transactions) {
        this.paths = paths;
        this.exposures = exposures;
        this.rules = rules;
        this.terms = terms;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// The account's own standing first, also where it has no limit; then the limits above it that are set
    /// and that the reader may see.
    public List<HeldLimit> of(long account) {
        List<HeldLimit> all = Objects.requireNonNull(Acting.as(
                Actor.itself(),
                () -> transaction.execute(status -> binding(account, paths.up(account), null, rules.inForce()))));
        Set<Long> seen = Objects.requireNonNull(transaction.execute(
                status -> seen(all.stream().map(HeldLimit::holder).toList())));
        return all.stream()
                .filter(held -> seen.contains(held.holder()))
                .map(this::asKnown)
                .toList();
    }

    private HeldLimit asKnown(HeldLimit held) {
        return isWithheld(Acting.actor(), held) ? held.with(limitFor(Acting.actor(), held.holder())) : held;
    }

    /// Whether somebody may not know a limit because it follows a rebate that is withheld from them.
    boolean isWithheld(Actor reader, HeldLimit held) {
        return held.limit().restsOnRebate()
                && !reader.reaches(Level.BUSINESS)
                && limitFor(reader, held.holder()).withheld();
    }

    private Entitlement limitFor(Actor reader, long holder) {
        return Objects.requireNonNull(Acting.as(
                reader, () -> transaction.execute(status -> terms.of(holder, Measure.CREDIT_LIMIT))));
    }

    /// To be asked with full reach.
    ///
    /// @param path  from the account up to the root
    /// @param order that is being asked about, to be left out of what stands against the limits
    /// @param rule  what counts against them
    List<HeldLimit> binding(long account, List<Long> path, @Nullable String order, ExposureRule rule) {
        Map<Long, String[]> names = names(path);
        List<HeldLimit> limits = new ArrayList<>();
        terms.creditLimits(path).forEach((holder, limit) -> {
            if (limit.isSet() || holder == account) {
                limits.add(
                        held(holder, names.getOrDefault(holder, new String[] {"", ""}), limit, rule, account, order));
            }
        });
        return limits;
    }

    private HeldLimit held(
            long holder, String[] name, Entitlement limit, ExposureRule rule, long account, @Nullable String order) {
        return new HeldLimit(holder, name[0], name[1], limit, exposures.of(holder, rule, account, order));
    }

    private Map<Long, String[]> names(List<Long> accounts) {
        Map<Long, String[]> names = new HashMap<>();
        database.sql("select id, code, name from accounts.pub_card where id = any(:accounts)")
                .param("accounts", accounts.toArray(Long[]::new))
                .query((ResultSet row) -> {
                    names.put(row.getLong("id"), new String[] {row.getString("code"), row.getString("name")});
                });
        return names;
    }

    private Set<Long> seen(List<Long> accounts) {
        return new TreeSet<>(database.sql("""
                        select a.id from accounts.pub_card a
                        where a.id = any(:accounts) and accounts.pub_level(a.id) >= 2
                        """)
                .param("accounts", accounts.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }
}
