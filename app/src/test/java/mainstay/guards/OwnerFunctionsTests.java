package mainstay.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Functions that run as the owner pass every policy, so each refuses whoever may not do what it does.
@Story
class OwnerFunctionsTests {

    private static final Map<String, String> FOR_EVERYBODY = Map.of(
            "identity.clock", "the time is no secret",
            "accounts.matching", "numbers of accounts only, which are joined again under the policy",
            "ledger.batch_origin",
                    "file, person and day for whoever is signed in; no figures, and it asks that itself");

    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final Cast cast;

    @Autowired
    OwnerFunctionsTests(JdbcClient database, PlatformTransactionManager transactions, Cast cast) {
        this.database = database;
        this.transactions = new TransactionTemplate(transactions);
        this.cast = cast;
    }

    private record OwnerFunction(String name, String call) {}

    @Test
    void whoever_sees_cards_only_is_refused_by_every_function_of_the_owner() {
        List<OwnerFunction> found = functions();
        assertThat(found).hasSizeGreaterThan(20);
        assertThat(found.stream()
                        .filter(function -> !FOR_EVERYBODY.containsKey(function.name()))
                        .filter(function -> !refuses(function)))
                .isEmpty();
    }

    @Test
    void what_everybody_may_call_is_there() {
        assertThat(functions()).extracting(OwnerFunction::name).containsAll(FOR_EVERYBODY.keySet());
    }

    @Test
    void names_of_staging_tables_are_not_free() {
        for (String name : List.of("batch", "../sales_row", "sales_row; drop table ledger.batch", "nothing_row")) {
            assertThatThrownBy(() -> cast.as(
                            cast.controller(),
                            () -> transactions.execute(
                                    status -> database.sql("select accepted from ledger.staged_summary(:name, null, 1)")
                                            .param("name", name)
                                            .query(Long.class)
                                            .single())))
                    .hasMessageContaining("there is no staging table");
        }
    }

    private boolean refuses(OwnerFunction function) {
        try {
            cast.as(
                    cast.viewer(),
                    () -> transactions.execute(status -> {
                        status.setRollbackOnly();
                        return database.sql("select " + function.call() + "::text")
                                .query()
                                .listOfRows();
                    }));
            return false;
        } catch (DataAccessException refused) {
            return NestedExceptionUtils.getMostSpecificCause(refused) instanceof SQLException cause
                    && "42501".equals(cause.getSQLState());
        }
    }

    private List<OwnerFunction> functions() {
        return cast.as(
                cast.viewer(),
                () -> transactions.execute(status -> database.sql("""
                        select n.nspname || '.' || p.proname as name,
                               format('%I.%I(%s)', n.nspname, p.proname,
                                      (select coalesce(string_agg('null::' || format_type(t.type, null), ', ' order by t.place), '')
                                       from unnest(p.proargtypes) with ordinality t (type, place))) as call
                        from pg_proc p
                        join pg_namespace n on n.oid = p.pronamespace
                        where p.prosecdef and p.prorettype <> 'trigger'::regtype
                          and n.nspname not in ('pg_catalog', 'information_schema')
                          and has_function_privilege('mainstay_app', p.oid, 'execute')
                        order by 1
                        """)
                        .query((row, number) -> new OwnerFunction(row.getString("name"), row.getString("call")))
                        .list()));
    }
}
