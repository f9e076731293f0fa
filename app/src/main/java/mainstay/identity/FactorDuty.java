package mainstay.identity;

import java.time.Clock;
import java.time.Instant;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Whether the firm asks somebody for a second factor. Every page of who gave a password alone asks: one statement does
/// not need a transaction of its own.
@Service
@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
class FactorDuty {

    private final JdbcClient database;
    private final Clock clock;

    FactorDuty(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    boolean binds(Role role) {
        return database.sql("select :role = any (r.factor_roles) from identity.sign_in_rule r")
                .param("role", role.code())
                .query(Boolean.class)
                .single();
    }

    /// Whether somebody has to set one up before anything else: it was asked for before they signed in.
    boolean isOpen(User user, SignedIn signedIn) {
        return signedIn.way() == SignInWay.PASSWORD
                && !signedIn.strong()
                && database.sql("""
                                select :role = any (r.factor_roles)
                                   and cast(r.factor_since ->> :role as timestamptz) <= :at
                                   and not exists (select 1 from identity.second_factor f
                                                   where f.user_id = :user and f.confirmed_at is not null)
                                from identity.sign_in_rule r
                                """)
                        .param("role", user.role().code())
                        .param("at", Sql.timestamp(Instant.ofEpochMilli(Math.min(signedIn.at(), clock.millis()))))
                        .param("user", user.id())
                        .query(Boolean.class)
                        .single();
    }
}
