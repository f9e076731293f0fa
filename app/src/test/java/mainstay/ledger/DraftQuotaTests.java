package mainstay.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import mainstay.identity.Acting;
import mainstay.ledger.file.FileLimits;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/// What waits for its import takes up no more than it may.
@Story
class DraftQuotaTests {

    private static final String FILE = "customer,document,date,amount\nA1,Q-1,2026-01-05,1\n";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    DraftDesk desk;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftFiles files;

    @Autowired
    FileLimits limits;

    @Value("${mainstay.home}")
    Path home;

    @Test
    void nobody_keeps_more_than_twenty_files_waiting() throws Exception {
        Wizard director = new Wizard(web, cast, cast.director());
        for (int i = 0; i < Drafts.MOST_OF_ONE; i++) {
            director.send("waiting-" + i + ".csv", FILE);
        }

        web.perform(multipart("/imports/drafts")
                        .file(new MockMultipartFile("file", "one-more.csv", "text/csv", FILE.getBytes(UTF_8)))
                        .param("kind", "")
                        .with(cast.signedIn(cast.director())))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("20 of your files wait for their import already")))
                .andExpect(content().string(containsString("<a class=\"btn btn-primary\" href=\"/imports\">")));
        assertThat(director.page("/imports/new"))
                .contains("20 of your files wait for their import already", "To the files that wait");
        assertThat(new Wizard(web, cast, cast.administrator()).send("other.csv", FILE))
                .startsWith("/imports/drafts/");
    }

    @Test
    void nobody_keeps_more_bytes_waiting_than_the_largest_file_has() throws Exception {
        Wizard controller = new Wizard(web, cast, cast.controller());
        discardAllOfTheController();
        controller.send("half.csv", FILE);
        Draft half = cast.as(cast.controller(), drafts::own).getFirst();
        try (RandomAccessFile hollow = new RandomAccessFile(files.file(half).toFile(), "rw")) {
            hollow.setLength(limits.largest() - FILE.length() + 1);
        }

        web.perform(multipart("/imports/drafts")
                        .file(new MockMultipartFile("file", "one-more.csv", "text/csv", FILE.getBytes(UTF_8)))
                        .param("kind", "")
                        .with(cast.signedIn(cast.controller())))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("would take up more than")));
        assertThat(cast.as(cast.controller(), drafts::own)).containsExactly(half);

        cast.as(cast.controller(), () -> {
            desk.discard(half);
            return half;
        });
        assertThat(controller.send("one-more.csv", FILE)).startsWith("/imports/drafts/");
    }

    @Test
    void uploads_that_come_at_once_find_room_one_after_the_other() throws Exception {
        Wizard controller = new Wizard(web, cast, cast.controller());
        discardAllOfTheController();
        for (int i = 1; i < Drafts.MOST_OF_ONE; i++) {
            controller.send("before-" + i + ".csv", FILE);
        }
        CyclicBarrier together = new CyclicBarrier(4);
        List<Integer> answers = new CopyOnWriteArrayList<>();
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            MockMultipartFile file =
                    new MockMultipartFile("file", "at-once-" + i + ".csv", "text/csv", FILE.getBytes(UTF_8));
            senders.add(Thread.ofPlatform().start(() -> answers.add(answer(file, together))));
        }
        for (Thread sender : senders) {
            sender.join();
        }

        assertThat(answers).hasSize(4).filteredOn(answer -> answer == 409).hasSize(3);
    }

    private void discardAllOfTheController() {
        cast.as(cast.controller(), () -> {
            drafts.own().forEach(desk::discard);
            return true;
        });
    }

    private int answer(MockMultipartFile file, CyclicBarrier together) {
        try {
            together.await();
            return web.perform(multipart("/imports/drafts")
                            .file(file)
                            .param("kind", "")
                            .with(cast.signedIn(cast.controller())))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void files_that_a_dead_process_left_behind_are_cleared_away() throws IOException {
        Path old = left(Duration.ofHours(30));
        Path arriving = left(Duration.ZERO);
        Path foreign = Files.createDirectories(home.toAbsolutePath().resolve("uploads/keep-me"));

        Acting.asOperator(desk::clear);

        assertThat(old).doesNotExist();
        assertThat(arriving).exists();
        assertThat(foreign).exists();
    }

    private Path left(Duration ago) throws IOException {
        Path place = Files.createDirectories(home.toAbsolutePath()
                .resolve("uploads")
                .resolve(UUID.randomUUID().toString()));
        Files.writeString(place.resolve("file"), FILE);
        Files.setLastModifiedTime(
                place, FileTime.from(Instant.parse("2026-11-16T01:00:00Z").minus(ago)));
        return place;
    }
}
