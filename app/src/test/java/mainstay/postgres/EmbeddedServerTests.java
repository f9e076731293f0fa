package mainstay.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTests {

    private static final Path RUNTIME = Path.of("target", "postgres-runtime").toAbsolutePath();

    @TempDir
    Path directory;

    private Path home = Path.of("");

    @BeforeEach
    void the_home_has_an_awkward_name() throws IOException {
        home = Files.createDirectory(directory.resolve("a home of one's own"));
    }

    @AfterEach
    void nothing_is_left_running() throws IOException {
        var left = Postmaster.in(home.resolve("postgres/data"));
        if (left.isPresent()) {
            EmbeddedServer.open(home, options()).close();
        }
        assertThat(left).isEmpty();
    }

    @Test
    void a_new_home_gets_a_server_that_speaks_chinese_and_guards_its_secret() throws Exception {
        try (var server = open()) {
            assertThat(ask(server, "select lower('ÄÖ客户')")).isEqualTo("äö客户");
            assertThat(ask(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(server, "show fsync")).isEqualTo("on");
            assertThat(ask(server, "show jit")).isEqualTo("off");
            assertThat(ask(server, "select datctype from pg_database where datname = 'postgres'"))
                    .startsWith("C.UTF-8");
            ask(server, "create extension pg_trgm");
            assertThat(ask(server, "select array_length(show_trgm('大客户'), 1)")).isEqualTo("4");
            var secret = Files.getPosixFilePermissions(home.resolve("owner-password"));
            assertThat(PosixFilePermissions.toString(secret)).isEqualTo("rw-------");
            assertThatThrownBy(() -> DriverManager.getConnection(
                            server.jdbcUrl("postgres"), EmbeddedServer.OWNER, "not the password"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void the_second_start_finds_data_password_and_port_again() throws Exception {
        int port;
        try (var server = open()) {
            port = server.port();
            remember(server, 42);
        }
        try (var server = open()) {
            assertThat(server.port()).isEqualTo(port);
            assertThat(recall(server)).isEqualTo("42");
        }
    }

    @Test
    void a_second_process_attaches_and_the_last_one_out_stops_the_server() throws Exception {
        try (var other = HolderProcess.start(home, RUNTIME)) {
            int port = other.port();
            var server = open();
            assertThat(server.port()).isEqualTo(port);

            other.finish();
            assertThat(ask(server, "select 1")).isEqualTo("1");

            server.close();
            assertThat(Postmaster.in(Home.prepare(home).data())).isEmpty();
        }
    }

    @Test
    void a_killed_server_comes_back_with_what_was_committed() throws Exception {
        try (var server = open()) {
            remember(server, 7);
            kill(Postmaster.in(Home.prepare(home).data()).orElseThrow().pid());
            try (var again = open()) {
                assertThat(recall(again)).isEqualTo("7");
            }
        }
    }

    @Test
    void the_lease_of_a_killed_process_does_not_count() throws Exception {
        try (var other = HolderProcess.start(home, RUNTIME)) {
            other.port();
            other.kill();
        }
        try (var server = open()) {
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
        assertThat(Postmaster.in(Home.prepare(home).data())).isEmpty();
    }

    @Test
    void processes_that_start_together_on_an_empty_home_share_one_server() throws Exception {
        try (var other = HolderProcess.start(home, RUNTIME)) {
            var one = CompletableFuture.supplyAsync(this::open);
            var two = CompletableFuture.supplyAsync(this::open);
            try (var first = one.get(60, TimeUnit.SECONDS);
                    var second = two.get(60, TimeUnit.SECONDS)) {
                assertThat(first.port()).isEqualTo(second.port()).isEqualTo(other.port());
            }
            other.finish();
        }
    }

    @Test
    void a_process_number_given_to_somebody_else_is_not_taken_for_the_server() throws Exception {
        try (var server = open()) {
            remember(server, 9);
        }
        var file = home.resolve("postgres/data/postmaster.pid");
        Files.writeString(
                file,
                "%d\n%s\n1\n%d\n\n127.0.0.1\n  1 1\nready   \n"
                        .formatted(ProcessHandle.current().pid(), file.getParent(), 1));
        try (var server = open()) {
            assertThat(recall(server)).isEqualTo("9");
        }
    }

    @Test
    void a_taken_port_is_left_to_its_owner() throws Exception {
        int port;
        try (var server = open()) {
            port = server.port();
        }
        try (var _ = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
                var server = open()) {
            assertThat(server.port()).isNotEqualTo(port);
        }
    }

    @Test
    void an_interrupt_from_the_terminal_does_not_reach_the_server() throws Exception {
        try (var _ = open()) {
            long pid = Postmaster.in(Home.prepare(home).data()).orElseThrow().pid();
            assumeThat(Path.of("/proc/self/stat")).exists();
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var processGroup = stat.substring(stat.indexOf(')')).split(" ", -1)[3];
            assertThat(Long.parseLong(processGroup)).isEqualTo(pid);
        }
    }

    @Test
    void root_without_user_namespaces_runs_it_as_nobody() throws Exception {
        assumeThat(Home.prepare(home).currentUser()).isZero();
        Home.permit(directory, "rwx--x--x");
        Home.permit(home, "rwx--x--x");
        Files.writeString(home.resolve(RunAs.NOTE), "user-" + RunAs.NOBODY);
        try (var server = open()) {
            assertThat(Home.owner(home.resolve("postgres/data"))).isEqualTo(RunAs.NOBODY);
            assertThat(Home.owner(home.resolve("owner-password"))).isZero();
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void disposable_servers_trade_safety_for_speed() throws Exception {
        try (var server = EmbeddedServer.open(home, Options.disposable().withRuntime(RUNTIME))) {
            assertThat(ask(server, "show fsync")).isEqualTo("off");
        }
    }

    @Test
    void a_home_that_cannot_be_one_is_refused_in_words() throws Exception {
        var file = Files.createFile(home.resolve("file"));
        assertThatThrownBy(() -> EmbeddedServer.open(file, options()))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("is not a directory")
                .hasMessageContaining("MAINSTAY_HOME");
    }

    private EmbeddedServer open() {
        return EmbeddedServer.open(home, options());
    }

    private static Options options() {
        return Options.durable().withRuntime(RUNTIME);
    }

    private static void remember(EmbeddedServer server, int number) throws SQLException {
        ask(server, "create table note as select " + number + " as number");
    }

    private static String recall(EmbeddedServer server) throws SQLException {
        return ask(server, "select number from note");
    }

    private static void kill(long pid) {
        var process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private static String ask(EmbeddedServer server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        server.jdbcUrl("postgres"), EmbeddedServer.OWNER, server.ownerPassword());
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            var row = statement.getResultSet();
            row.next();
            return row.getString(1);
        }
    }
}
