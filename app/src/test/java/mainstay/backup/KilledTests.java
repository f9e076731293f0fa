package mainstay.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mainstay.ledger.ImportDesk;
import mainstay.postgres.EmbeddedServer;
import mainstay.postgres.Options;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// Processes that die in the middle of a backup or a restore, and the whole way from one machine to another.
@Story
class KilledTests {

    private static final int KILLS = 3;

    @Autowired
    Backups backups;

    @Autowired
    ImportDesk desk;

    @Autowired
    Cast cast;

    @TempDir
    Path directory;

    private final Random random = new Random(20261116);

    @Test
    void a_killed_backup_leaves_nothing_that_looks_like_one() throws Exception {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "insert into identity.sign_in (way, result, agent, address, at)"
                        + " select 'password', 'unknownPerson', md5(n::text), md5((-n)::text), now()"
                        + " from generate_series(1, 400000) n");
        Path folder = Files.createDirectory(directory.resolve("backups"));
        Map<String, String> where = Map.of(
                "MAINSTAY_DATABASE_URL",
                StoryDatabase.ownerUrl(),
                "MAINSTAY_HOME",
                directory.resolve("home").toString());
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = mainstay(where, "backup", "--to", folder.toString());
            await(process, () -> !inside(folder, ".part").isEmpty());
            process.waitFor(random.nextInt(50, 700), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            for (Path whole : inside(folder, ".zip")) {
                try (BackupFile backup = BackupFile.open(whole)) {
                    backup.verify(); // it was faster than the kill
                }
                Files.delete(whole);
            }
        }

        assertThat(mainstay(where, "backup", "--to", folder.toString()).waitFor())
                .isZero();
        assertThat(inside(folder, ".zip")).hasSize(1);
        TestServer.executeAt(StoryDatabase.ownerUrl(), "truncate identity.sign_in");
    }

    @Test
    void a_killed_restore_leaves_the_home_as_it_was_and_a_whole_one_lets_people_in() throws Exception {
        BackupBench.aSmallLedger(desk);
        cast.director();
        Path file = directory.resolve("firm.zip");
        backups.make(file);
        Path home = Files.createDirectory(directory.resolve("home"));
        String secret = anOldDatabaseIn(home);
        Map<String, String> where = Map.of("MAINSTAY_HOME", home.toString());

        assertThat(mainstay(where, "restore", file.toString()).waitFor()).isEqualTo(1); // not without --replace
        boolean ended = false;
        for (int kill = 0; kill < KILLS && !ended; kill++) {
            Process process = mainstay(where, "restore", file.toString(), "--replace");
            await(process, () -> Files.exists(home.resolve("database/restoring")));
            ended = process.waitFor(random.nextInt(200, 6_000), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            assertThat(ended && process.exitValue() != 0).as(said()).isFalse();
            assertThat(secrets(home))
                    .as("what was there is kept, whatever became of the restore")
                    .contains(secret);
            if (inside(home.resolve("database"), "").stream().noneMatch(KilledTests::isAside)) {
                assertThat(home.resolve("database/owner-password")).hasContent(secret);
                assertThat(home.resolve("database/postgres/data/PG_VERSION")).exists();
            }
        }

        assertThat(mainstay(where, "restore", file.toString(), "--replace").waitFor())
                .as(said())
                .isZero();
        assertThat(said()).contains("Restored and compared");
        assertThat(home.resolve("database/restoring")).doesNotExist();
        assertThat(inside(home.resolve("database"), "")).anyMatch(KilledTests::isAside);
        somebodySignsIn(where);
    }

    private static boolean isAside(Path path) {
        return path.getFileName().toString().startsWith("before-");
    }

    /// Of the database in place, and of those that were put aside.
    private static List<String> secrets(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("database"), 2)) {
            List<String> secrets = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.endsWith("owner-password")).toList()) {
                secrets.add(Files.readString(file).strip());
            }
            return secrets;
        }
    }

    private static String anOldDatabaseIn(Path home) throws IOException {
        try (EmbeddedServer old =
                EmbeddedServer.open(home.resolve("database"), Options.durable().withRuntime(home.resolve("runtime")))) {
            return old.ownerPassword();
        }
    }

    private void somebodySignsIn(Map<String, String> where) throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Map<String, String> settings = new HashMap<>(where);
        settings.put("MAINSTAY_PORT", Integer.toString(port));
        Process server = mainstay(settings);
        String url = "http://127.0.0.1:" + port;
        try (HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            await(server, () -> answers(client, url));
            assertThat(mainstay(where, "restore", directory.resolve("firm.zip").toString(), "--replace")
                            .waitFor())
                    .isEqualTo(1);
            assertThat(said()).contains("Something works with this data directory");
            String page = get(client, url + "/sign-in").body();
            Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
            assertThat(token.find()).isTrue();
            String form = "name=wang&password=" + Cast.PASSWORD.replace(' ', '+') + "&_csrf=" + token.group(1);
            client.send(
                    HttpRequest.newBuilder(URI.create(url + "/sign-in"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.discarding());
            assertThat(get(client, url + "/accounts").body()).contains("North Star 北辰");
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static boolean answers(HttpClient client, String url) {
        try {
            return get(client, url + "/actuator/health/readiness").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static HttpResponse<String> get(HttpClient client, String url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    private static void await(Process process, BooleanSupplier moment) throws InterruptedException {
        while (process.isAlive() && !moment.getAsBoolean()) {
            Thread.sleep(20);
        }
    }

    private static List<Path> inside(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private Process mainstay(Map<String, String> settings, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "mainstay.Mainstay"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("said.log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MAINSTAY_"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(settings);
        return builder.start();
    }

    /// Of the process that was started last.
    private String said() throws IOException {
        return Files.readString(directory.resolve("said.log"), StandardCharsets.UTF_8);
    }
}
