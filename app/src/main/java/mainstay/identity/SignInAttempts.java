package mainstay.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Counts failures to sign in, in the database, so that several nodes slow down the same guesser.
@Repository
class SignInAttempts {

    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int PER_NAME_AND_ADDRESS = 5;
    static final int PER_ADDRESS = 30;
    static final int PER_NAME = 50;

    private final JdbcClient database;
    private final SecretBox box;
    private final Clock clock;

    SignInAttempts(JdbcClient database, SecretBox box, Clock clock) {
        this.database = database;
        this.box = box;
        this.clock = clock;
    }

    /// Notes a try before its password is looked at, so that tries at the same time count each other.
    @Transactional
    long begin(String name, String address) {
        database.sql("delete from identity.sign_in_attempt where at < :old")
                .param("old", Sql.timestamp(clock.instant().minus(Duration.ofDays(30))))
                .update();
        return database.sql("""
                        insert into identity.sign_in_attempt (who, address, at) values (:who, :address, :at)
                        returning id
                        """)
                .param("who", who(name))
                .param("address", address)
                .param("at", Sql.timestamp(clock.instant()))
                .query(Long.class)
                .single();
    }

    @Transactional
    void succeeded(long id) {
        database.sql("update identity.sign_in_attempt set succeeded = true where id = :id")
                .param("id", id)
                .update();
    }

    @Transactional(readOnly = true)
    boolean isTooMany(String name, String address) {
        Instant since = clock.instant().minus(WINDOW);
        return database.sql("""
                        select count(*) filter (where who = :who and address = :address) > :perBoth
                            or count(*) filter (where address = :address) > :perAddress
                            or count(*) filter (where who = :who) > :perName
                        from identity.sign_in_attempt
                        where not succeeded and at > :since and (who = :who or address = :address)
                        """)
                .param("who", who(name))
                .param("address", address)
                .param("since", Sql.timestamp(since))
                .param("perBoth", PER_NAME_AND_ADDRESS)
                .param("perAddress", PER_ADDRESS)
                .param("perName", PER_NAME)
                .query(Boolean.class)
                .single();
    }

    /// What was typed may be a password in the wrong field.
    private byte[] who(String name) {
        return box.tag("sign-in attempt " + name);
    }
}
