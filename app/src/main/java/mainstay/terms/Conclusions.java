package mainstay.terms;

import java.time.Clock;
import java.time.LocalDate;
import mainstay.identity.Acting;
import mainstay.shared.Problem;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What agreements of all kinds have in common: each is decided once, and ended once at most.
@Component
@Transactional
public class Conclusions {

    /// What is agreed, and where it is kept.
    public enum Kind {
        TERMS("terms.agreement"),
        PRICE("terms.price_agreement");

        private final String table;

        Kind(String table) {
            this.table = table;
        }
    }

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Conclusions(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /// Writes down what was decided, unless that was done before.
    ///
    /// @return whether there was something to decide that may be known of
    public boolean decide(Kind kind, long id, boolean granted) {
        boolean decided =
                database.sql("update %s set %s = :at where id = :id and granted_at is null and refused_at is null"
                                        .formatted(kind.table, granted ? "granted_at" : "refused_at"))
                                .param("id", id)
                                .param("at", Sql.timestamp(clock.instant()))
                                .update()
                        == 1;
        if (decided && granted) {
            tell(kind);
        }
        return decided;
    }

    /// Ends what holds or is to come, for a reason.
    ///
    /// @throws Problem.NotFound where there is nothing to end that may be known of
    public Ending end(Kind kind, long account, long id, @Nullable String reason) {
        Ending ending = Ending.of(id, reason);
        if (!ending.isRefused() && !end(kind, account, ending)) {
            throw new Problem.NotFound("agreement.unknown");
        }
        return ending;
    }

    private boolean end(Kind kind, long account, Ending ending) {
        boolean ended = database.sql("""
                        update %s set ended_on = :today, ended_by = :by, ended_for = :reason
                        where id = :id and account_id = :account and granted_at is not null and ended_on is null
                          and coalesce(valid_until >= :today, true)
                        """.formatted(kind.table))
                        .param("id", ending.id())
                        .param("reason", ending.reason())
                        .param("account", account)
                        .param("today", LocalDate.now(clock))
                        .param("by", Acting.actor().name())
                        .update()
                == 1;
        if (ended) {
            tell(kind);
        }
        return ended;
    }

    private void tell(Kind kind) {
        if (kind == Kind.TERMS) {
            events.publishEvent(new TermsChanged());
        }
    }
}
