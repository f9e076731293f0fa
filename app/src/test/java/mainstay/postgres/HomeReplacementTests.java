package mainstay.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One server takes the place of another in a home. The moves are tried on files; what is in them does not matter here.
class HomeReplacementTests {

    private static final Options OPTIONS =
            Options.durable().withRuntime(Path.of("target", "postgres-runtime").toAbsolutePath());
    private static final List<String> PARTS = List.of("postgres", "owner-password", "run-as");

    @TempDir
    Path directory;

    private Path root = Path.of("");

    @BeforeEach
    void a_home_with_an_old_and_a_new_server() throws IOException {
        root = directory.resolve("database");
        lay(root, "old");
        lay(root.resolve("restoring"), "new");
    }

    private static void lay(Path home, String mark) throws IOException {
        Files.createDirectories(home.resolve("postgres/data"));
        Files.writeString(home.resolve("postgres/data/PG_VERSION"), mark);
        Files.writeString(home.resolve("owner-password"), mark);
        Files.writeString(home.resolve("run-as"), "self");
    }

    private String version(String home) throws IOException {
        return Files.readString(root.resolve(home).resolve("postgres/data/PG_VERSION"));
    }

    @Test
    void the_new_one_takes_the_place_and_the_old_one_is_kept() throws IOException {
        assertThat(HomeReplacement.in(root, OPTIONS).complete("monday"))
                .contains(root.toRealPath().resolve("before-monday"));

        assertThat(version("")).isEqualTo("new");
        assertThat(version("before-monday")).isEqualTo("old");
        assertThat(Files.readString(root.resolve("owner-password"))).isEqualTo("new");
        assertThat(root.resolve("restoring")).doesNotExist();
        assertThat(root.resolve("replacement")).doesNotExist();
    }

    /// A process can die before each of the six moves.
    @Test
    void what_dies_between_two_moves_is_finished_by_the_next_who_comes() throws IOException {
        Path aside = Files.createDirectory(root.resolve("before-monday"));
        for (int moves = 0; moves <= 6; moves++) {
            Home home = new Home(root);
            home.note("replacement", "restoring\nbefore-monday");
            for (int move = 0; move < moves; move++) {
                String part = PARTS.get(move / 2);
                if (move % 2 == 0) {
                    Files.move(root.resolve(part), aside.resolve(part));
                } else {
                    Files.move(root.resolve("restoring").resolve(part), root.resolve(part));
                }
            }

            HomeReplacement.finish(home);

            assertThat(version("")).as(moves + " moves").isEqualTo("new");
            assertThat(version("before-monday")).as(moves + " moves").isEqualTo("old");
            Trees.delete(root);
            a_home_with_an_old_and_a_new_server();
            Files.createDirectory(aside);
        }
    }

    @Test
    void while_somebody_works_with_the_old_one_it_stays() throws IOException {
        HomeReplacement replacement = HomeReplacement.in(root, OPTIONS);
        Lease lease = Lease.take(root.resolve("leases"));

        assertThat(replacement.isInUse()).isTrue();
        assertThatThrownBy(() -> replacement.complete("monday")).isInstanceOf(HomeInUse.class);
        assertThat(version("")).isEqualTo("old");

        lease.release();
        assertThat(replacement.isInUse()).isFalse();
    }

    @Test
    void an_empty_home_keeps_nothing_aside() throws IOException {
        Trees.delete(root);
        lay(root.resolve("restoring"), "new");

        assertThat(HomeReplacement.in(root, OPTIONS).complete("monday")).isEmpty();
        assertThat(version("")).isEqualTo("new");
        assertThat(root.resolve("before-monday")).doesNotExist();
    }
}
