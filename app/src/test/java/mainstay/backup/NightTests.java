package mainstay.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.postgres.Installation;
import mainstay.shared.BadSetting;
import mainstay.shared.Problem;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.FileSystemUtils;

/// Backups that are made by themselves: at 03:00 of the firm's clock, which is eight hours ahead.
@Story
class NightTests {

    private static final Instant EVENING = Instant.parse("2026-11-16T12:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-11-16T19:00:00Z");

    @Autowired
    Nights nights;

    @Autowired
    BackupBook book;

    @Autowired
    BackupWork work;

    @Autowired
    BackupSettings settings;

    @Autowired
    Installation installation;

    @Autowired
    StandingClock clock;

    @Autowired
    Cast cast;

    @Autowired
    MockMvc web;

    @TempDir
    Path directory;

    @BeforeEach
    void no_backup_yet() throws IOException {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "delete from backup.run",
                "update backup.watch set since = timestamptz '2026-11-16 00:00Z'");
        FileSystemUtils.deleteRecursively(settings.folder());
        Files.deleteIfExists(settings.folder());
        clock.setTo(EVENING);
    }

    private Optional<BackupDesk.Made> night() {
        return Acting.as(Actor.itself(), nights::run);
    }

    private List<String> lying() throws IOException {
        try (Stream<Path> files = Files.list(settings.folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void one_is_made_each_night_and_no_second_one() throws IOException {
        clock.setTo(NIGHT.minusSeconds(1));
        assertThat(night()).isEmpty();
        clock.setTo(NIGHT);

        assertThat(night()).isPresent();
        assertThat(night()).isEmpty();
        assertThat(lying()).containsExactly("mainstay-nightly-2026-11-17T030000.zip");
        assertThat(Acting.asOperator(book::newest)).singleElement().satisfies(run -> {
            assertThat(run.outcome()).isEqualTo("verified");
            assertThat(run.bytes()).isEqualTo(Files.size(Path.of(run.place())));
        });
    }

    @Test
    void a_night_that_was_missed_is_made_up_for_on_its_day() throws IOException {
        clock.setTo(NIGHT.plus(Duration.ofHours(9)));

        assertThat(night()).isPresent();
        assertThat(lying()).containsExactly("mainstay-nightly-2026-11-17T120000.zip");
    }

    @Test
    void while_another_process_makes_it_nobody_else_does() throws SQLException {
        clock.setTo(NIGHT);
        try (Connection other = BackupBench.owner(StoryDatabase.ownerUrl());
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(" + 0x6d61696e6261636bL + ")");
            assertThat(night()).isEmpty();
        }
        assertThat(night()).isPresent();
    }

    @Test
    void old_ones_go_and_what_somebody_made_or_put_there_stays() throws IOException {
        Files.createDirectories(settings.folder());
        for (String name : List.of(
                "mainstay-nightly-2024-01-01T030000.zip",
                "mainstay-nightly-2025-12-31T030000.zip",
                "mainstay-2024-01-01T030000.zip",
                "mainstay-nightly-of-old.zip",
                "notes.txt")) {
            Files.writeString(settings.folder().resolve(name), "x");
        }
        for (int day = 1; day <= 9; day++) {
            clock.setTo(NIGHT.plus(Duration.ofDays(day)));
            assertThat(night()).isPresent();
        }

        assertThat(lying())
                .contains("mainstay-2024-01-01T030000.zip", "mainstay-nightly-of-old.zip", "notes.txt")
                .contains("mainstay-nightly-2024-01-01T030000.zip") // one of six months with any
                .doesNotContain("mainstay-nightly-2026-11-18T030000.zip", "mainstay-nightly-2026-11-19T030000.zip");
        assertThat(lying().stream().filter(name -> name.startsWith("mainstay-nightly-2026")))
                .hasSize(7);
        assertThat(Acting.asOperator(book::newest))
                .filteredOn(run -> run.outcome().equals("removed"))
                .hasSize(2);
    }

    @Test
    void what_a_killed_process_left_goes_after_a_day() throws IOException {
        Files.createDirectories(settings.folder());
        Path old =
                Files.writeString(settings.folder().resolve(".mainstay-2026-11-01T030000.zip.1a2b3c4d.part"), "half");
        Path young =
                Files.writeString(settings.folder().resolve(".mainstay-2026-11-17T030000.zip.1a2b3c4d.part"), "half");
        Files.setLastModifiedTime(old, FileTime.from(NIGHT.minus(Duration.ofDays(2))));
        Files.setLastModifiedTime(young, FileTime.from(NIGHT.minus(Duration.ofHours(2))));
        clock.setTo(NIGHT);
        night();

        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void a_failure_is_told_to_administrators_tried_again_and_forgotten_with_the_next_good_one() throws Exception {
        Files.createDirectories(settings.folder().getParent());
        Files.writeString(settings.folder(), "a file where the directory should be");
        clock.setTo(NIGHT);

        assertThatThrownBy(this::night).isInstanceOf(Problem.class);
        assertThat(night()).isEmpty(); // not before an hour has passed
        assertThat(cast.as(cast.administrator(), work::work))
                .singleElement()
                .satisfies(entry -> assertThat(entry.reasonKey()).isEqualTo("work.backup.failedNone"));
        assertThat(cast.as(cast.director(), work::work)).isEmpty();
        web.perform(get("/settings/backups").with(cast.signedIn(cast.administrator())))
                .andExpect(content().string(containsString("is no directory that is there")));

        Files.delete(settings.folder());
        clock.advance(Duration.ofHours(1));
        assertThat(night()).isPresent();
        assertThat(cast.as(cast.administrator(), work::work)).isEmpty();
    }

    @Test
    void an_old_backup_is_told() {
        clock.setTo(NIGHT);
        night();
        clock.advance(Duration.ofHours(47));
        assertThat(cast.as(cast.administrator(), work::work)).isEmpty();
        clock.advance(Duration.ofHours(2));
        assertThat(cast.as(cast.administrator(), work::work))
                .singleElement()
                .satisfies(entry -> assertThat(entry.reasonKey()).isEqualTo("work.backup.old"));
    }

    @Test
    void administrators_see_the_list_and_can_fetch_nothing() throws Exception {
        clock.setTo(NIGHT);
        night();

        web.perform(get("/settings/backups").with(cast.signedIn(cast.administrator())))
                .andExpect(content().string(containsString("mainstay-nightly-2026-11-17T030000.zip")))
                .andExpect(content().string(containsString("Made and read back")))
                .andExpect(content().string(not(containsString("href=\"/settings/backups/"))));
    }

    @Test
    void settings_that_cannot_be_are_refused_in_a_sentence() {
        assertThatThrownBy(() -> settings("25:00", "7"))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("25:00");
        assertThatThrownBy(() -> settings("03:00", "-1")).hasMessageContaining("MAINSTAY_BACKUP_DAILY is -1");
        assertThatThrownBy(() -> settings("03:00", "many")).hasMessageContaining("from 0 to 1000");
        assertThat(settings("off", "7").from()).isEmpty();
    }

    private BackupSettings settings(String time, String daily) {
        return new BackupSettings(installation, "", time, daily, "4", "6");
    }
}
