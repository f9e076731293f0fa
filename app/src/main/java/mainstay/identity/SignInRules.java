package mainstay.identity;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the firm settled for signing in.
@Service
@Transactional
class SignInRules {

    static final int SHORTEST = 30;
    static final int LONGEST = 3650;

    private final JdbcClient database;

    SignInRules(JdbcClient database) {
        this.database = database;
    }

    @Transactional(readOnly = true)
    int keptDays() {
        return database.sql("select kept_days from identity.sign_in_rule")
                .query(Integer.class)
                .single();
    }

    /// @return message key of what is wrong, or nothing
    Optional<String> keep(String days) {
        Optional<Integer> wanted = number(days).filter(number -> number >= SHORTEST && number <= LONGEST);
        wanted.ifPresent(number -> database.sql("update identity.sign_in_rule set kept_days = :days")
                .param("days", number)
                .update());
        return wanted.isPresent() ? Optional.empty() : Optional.of("signIns.badDays");
    }

    private static Optional<Integer> number(String text) {
        return text.strip().matches("\\d{1,5}") ? Optional.of(Integer.valueOf(text.strip())) : Optional.empty();
    }
}
