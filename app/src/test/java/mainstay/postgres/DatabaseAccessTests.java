package mainstay.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseAccessTests {

    @TempDir
    static Path home;

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.open(
                home,
                Options.disposable()
                        .withRuntime(Path.of("target", "postgres-runtime").toAbsolutePath()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forget_the_roles() throws SQLException {
        asSuperuser(
                "drop database if exists mainstay",
                "drop role if exists mainstay_app",
                "drop role if exists mainstay_loader",
                "drop database if exists crm",
                "drop role if exists boss");
    }

    @Test
    void application_and_loader_can_log_in_and_are_bound_by_row_level_security() throws SQLException {
        var access = DatabaseAccess.on(server);
        for (var login : new Login[] {access.application(), access.loader()}) {
            assertThat(ask(access.url(), login, """
                            select current_database() || ':' || rolname || ':' || rolsuper || rolbypassrls || rolcreaterole
                            from pg_roles where rolname = current_user
                            """)).isEqualTo("mainstay:" + login.user() + ":falsefalsefalse");
        }
        assertThat(access.toString()).doesNotContain(access.application().password());
    }

    @Test
    void the_same_owner_password_gives_the_same_access_every_time() {
        assertThat(DatabaseAccess.on(server)).isEqualTo(DatabaseAccess.on(server));
    }

    @Test
    void an_ordinary_owner_on_a_server_of_the_operators_is_enough() throws SQLException {
        asSuperuser(
                "create role boss login createrole password 'first'",
                "create database crm owner boss",
                "revoke connect on database crm from public");
        var before = DatabaseAccess.at(bossUrl("first"));
        assertThat(ask(before.url(), before.application(), "select current_user"))
                .isEqualTo("mainstay_app");

        asSuperuser("alter role boss password 'second'");
        var after = DatabaseAccess.at(bossUrl("second"));
        assertThat(ask(after.url(), after.application(), "select current_user")).isEqualTo("mainstay_app");
        assertThat(after.application().password())
                .isNotEqualTo(before.application().password());
        asSuperuser("drop database crm", "drop role mainstay_app", "drop role mainstay_loader");
    }

    @Test
    void an_owner_who_may_not_create_roles_is_refused() throws SQLException {
        asSuperuser("create role boss login password 'first'", "create database crm owner boss");
        assertThatThrownBy(() -> DatabaseAccess.at(bossUrl("first")))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("ALTER ROLE \"boss\" CREATEROLE");
    }

    @Test
    void an_application_role_above_row_level_security_is_refused() throws SQLException {
        for (var power : new String[] {"superuser", "bypassrls", "in role " + EmbeddedServer.OWNER}) {
            asSuperuser("create role mainstay_app login " + power);
            assertThatThrownBy(() -> DatabaseAccess.on(server))
                    .as(power)
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("mainstay_app");
            asSuperuser("drop role mainstay_app");
        }
    }

    @Test
    void a_wrong_password_is_said_without_showing_it() throws SQLException {
        asSuperuser("create role boss login createrole password 'first'");
        assertThatThrownBy(() -> DatabaseAccess.at(bossUrl("guess")))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("Nobody answers as `boss`")
                .hasMessageNotContaining("guess");
    }

    @Test
    void nodes_that_start_together_agree() throws Exception {
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<DatabaseAccess> node = () -> DatabaseAccess.on(server);
            var answers =
                    nodes.invokeAll(IntStream.range(0, 4).mapToObj(_ -> node).toList());
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(answers.getFirst().get());
            }
        }
    }

    @Test
    void two_databases_of_one_server_may_be_prepared_at_the_same_time() throws Exception {
        asSuperuser("drop database if exists left_hand", "create database left_hand", "create database mainstay");
        for (int round = 0; round < 5; round++) {
            forget("left_hand", "mainstay");
            try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers = nodes.invokeAll(Stream.of("left_hand", "mainstay")
                        .map(database -> (Callable<DatabaseAccess>) () -> DatabaseAccess.at(ownerUrl(database)))
                        .toList());
                assertThat(answers.getFirst().get().application())
                        .isEqualTo(answers.getLast().get().application());
            }
        }
        forget("left_hand", "mainstay");
        asSuperuser("drop database left_hand");
    }

    private static String ownerUrl(String database) {
        return server.jdbcUrl(database) + "?user=" + EmbeddedServer.OWNER + "&password=" + server.ownerPassword();
    }

    /// Roles that may connect somewhere cannot be dropped.
    private static void forget(String... databases) throws SQLException {
        for (String database : databases) {
            for (String role : new String[] {"mainstay_app", "mainstay_loader"}) {
                asSuperuser("do $$ begin if exists (select from pg_roles where rolname = '" + role
                        + "') then execute 'revoke all on database " + database + " from " + role
                        + "'; end if; end $$");
            }
        }
        asSuperuser("drop role if exists mainstay_app", "drop role if exists mainstay_loader");
    }

    private static String bossUrl(String password) {
        return server.jdbcUrl("crm") + "?user=boss&password=" + password;
    }

    private static void asSuperuser(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        server.jdbcUrl("postgres"), EmbeddedServer.OWNER, server.ownerPassword());
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String ask(String url, Login login, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, login.user(), login.password());
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
