package mainstay.identity;

import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mainstay.shared.Sql;
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
    private final Clock clock;

    SignInRules(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    SignInRule rules() {
        return database.sql("select kept_days, factor_roles from identity.sign_in_rule")
                .query((row, number) -> new SignInRule(
                        row.getInt("kept_days"),
                        Arrays.stream((String[]) row.getArray("factor_roles").getArray())
                                .map(Role::parse)
                                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)))))
                .single();
    }

    /// Whoever is signed in already is asked at the next time.
    ///
    /// @return message key of what is wrong, or nothing
    Optional<String> settle(String days, Set<Role> factorRoles) {
        Optional<Integer> wanted = number(days).filter(number -> number >= SHORTEST && number <= LONGEST);
        wanted.ifPresent(number -> database.sql("""
                        update identity.sign_in_rule
                        set kept_days = :days, factor_roles = cast(:roles as text[]),
                            factor_since = (select coalesce(jsonb_object_agg(
                                                       w.role, coalesce(factor_since -> w.role, to_jsonb(cast(:now as timestamptz)))), '{}')
                                            from unnest(cast(:roles as text[])) w (role))
                        """)
                .param("days", number)
                .param("roles", factorRoles.stream().map(Role::code).sorted().toArray(String[]::new))
                .param("now", Sql.timestamp(clock.instant()))
                .update());
        return wanted.isPresent() ? Optional.empty() : Optional.of("signIns.badDays");
    }

    private static Optional<Integer> number(String text) {
        return text.strip().matches("\\d{1,5}") ? Optional.of(Integer.valueOf(text.strip())) : Optional.empty();
    }
}
