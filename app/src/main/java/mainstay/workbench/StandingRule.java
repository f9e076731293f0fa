package mainstay.workbench;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.shared.RecordRows;
import mainstay.shared.WorkSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A rule over the standings of the last twelve months that asks those who sell: accounts that fulfil a
/// condition, the gravest first, each made into an entry.
///
/// @param rule      its name
/// @param columns   what an entry needs, from `a` (the account) and `s` (its standing)
/// @param condition on the standing
/// @param gravest   order of the accounts
/// @param type      record of a row
record StandingRule<T extends Record>(
        String rule,
        JdbcClient database,
        String columns,
        String condition,
        String gravest,
        Class<T> type,
        Function<T, Work> entry)
        implements WorkSource {

    private static final int MOST = 20;

    @Override
    public Set<String> rules() {
        return Set.of(rule);
    }

    @Override
    public int told() {
        return MOST;
    }

    @Override
    public List<Work> work() {
        if (!Acting.actor().is(Role.ADMINISTRATOR, Role.DIRECTOR, Role.KAM)) {
            return List.of();
        }
        return database
                .sql("""
                        select a.code, a.name, s.revenue, %s
                        from portfolio.pub_standing s
                        join accounts.pub_card a on a.id = s.account_id
                            and (a.closed_on is null or a.closed_on > (select identity.pub_today()))
                        where s.scope = 'account' and %s
                        order by %s
                        limit :most
                        """.formatted(columns, condition, gravest))
                .param("most", COUNTED + 1)
                .query(RecordRows.of(type))
                .list()
                .stream()
                .map(entry)
                .toList();
    }
}
