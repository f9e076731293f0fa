package mainstay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import mainstay.identity.Acting;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// The watched folder: what comes in, what goes out, and that nothing comes twice or is lost.
@Story
class InboxTests {

    private static final String HEADER = "customer,document,line,date,amount\n";

    private static int documents;
    private static LocalDate night = LocalDate.of(2026, 11, 1);

    @Autowired
    Inbox inbox;

    @Autowired
    InboxLock lock;

    @Autowired
    InboxBook book;

    @Autowired
    ImportDesk desk;

    @Autowired
    InboxWork work;

    @Autowired
    Cast cast;

    @Autowired
    MockMvc web;

    @TempDir
    Path root;

    private InboxFolder folder;

    @BeforeEach
    void an_empty_folder() {
        folder = new InboxFolder(root, Duration.ZERO);
    }

    @Test
    void a_good_file_goes_in_and_to_done_with_its_report() throws IOException {
        put("sales", "monday.csv", row());

        assertThat(look()).extracting(Inbox.Handled::outcome).containsExactly(InboxOutcome.DONE);
        assertThat(names("sales")).isEmpty();
        assertThat(names("done/sales"))
                .hasSize(3)
                .allSatisfy(name ->
                        assertThat(name).containsPattern("\\d{8}-\\d{6}-monday\\.csv(\\.report\\.(json|txt))?$"));
        assertThat(read("done/sales", ".json")).contains("\"status\":\"done\"", "\"accepted\":1");
        assertThat(look()).isEmpty();
    }

    @Test
    void a_bad_file_goes_to_refused_and_asks_for_somebody() throws Exception {
        put("sales", "broken.csv", row() + "A,X,1,no day,oops\n");

        assertThat(look()).extracting(Inbox.Handled::outcome).containsExactly(InboxOutcome.REFUSED);
        assertThat(read("refused/sales", ".txt")).contains("no day");
        assertThat(cast.as(cast.controller(), work::work))
                .extracting(entry -> entry.titleArguments().getFirst())
                .containsExactly("sales/broken.csv");
        assertThat(cast.as(cast.viewer(), work::work)).isEmpty();
        web.perform(get("/today").with(cast.signedIn(cast.controller())))
                .andExpect(content().string(containsString("Refused at night: sales/broken.csv")));
        web.perform(get("/imports/inbox").with(cast.signedIn(cast.controller())))
                .andExpect(content().string(containsString("broken.csv")));
    }

    @Test
    void a_file_that_is_still_written_is_left_alone() throws IOException {
        put("sales", "later.csv.part", row());
        put("sales", ".hidden.csv", row());
        put("sales", "~$open.xlsx", "x");
        Path growing = put("sales", "growing.csv", row());
        InboxFolder watched = new InboxFolder(root, Duration.ofMillis(300));
        CountDownLatch writing = new CountDownLatch(1);
        Thread writer = Thread.ofVirtual().start(() -> {
            try {
                while (writing.getCount() > 0) {
                    Files.writeString(growing, Files.readString(growing) + row().replace(HEADER, ""));
                    Thread.sleep(20);
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        try {
            assertThat(Acting.asOperator(() -> inbox.look(watched))).hasValue(List.of());
        } finally {
            writing.countDown();
        }
        while (writer.isAlive()) {
            Thread.onSpinWait();
        }

        Files.move(root.resolve("sales/later.csv.part"), root.resolve("sales/later.csv"));
        assertThat(look()).extracting(Inbox.Handled::file).containsExactly("growing.csv", "later.csv");
    }

    @Test
    void what_was_imported_before_a_process_died_is_not_imported_twice() throws IOException {
        Path file = put("sales", "twice.csv", row());
        ImportReport before = Acting.asOperator(() -> desk.run(ImportRequest.of(file, MappingWish.of(Kind.SALES))));

        assertThat(before.status()).isEqualTo(ImportReport.Status.DONE);
        assertThat(look()).extracting(Inbox.Handled::outcome).containsExactly(InboxOutcome.KNOWN);
        assertThat(names("done/sales")).hasSize(3);
    }

    @Test
    void a_night_that_broke_off_is_gone_on_with_and_a_whole_one_is_not_repeated() throws IOException {
        LocalDate tonight = nextNight();
        Acting.asOperator(() -> book.begin(tonight));
        put("sales", "after.csv", row());

        assertThat(look(tonight)).extracting(Inbox.Handled::outcome).containsExactly(InboxOutcome.DONE);
        put("sales", "too-late.csv", row());
        assertThat(look(tonight)).isEmpty();
        assertThat(look(nextNight())).hasSize(1);
    }

    @Test
    void two_processes_do_not_look_at_once() throws IOException {
        put("sales", "one.csv", row());

        assertThat(lock.whileHeld(() -> Acting.asOperator(() -> inbox.look(folder))))
                .hasValue(Optional.empty());
        assertThat(look()).hasSize(1);
    }

    @Test
    void a_folder_that_nobody_can_read_keeps_its_files() throws IOException {
        put("no such profile", "a.csv", row());

        assertThat(look()).extracting(Inbox.Handled::outcome).containsExactly(InboxOutcome.WAITING);
        assertThat(names("no such profile")).containsExactly("a.csv");
    }

    @Test
    void a_file_that_waits_says_why_and_once_however_often_it_is_looked_at() throws Exception {
        put("nobody knows it", "again.csv", row());
        look();
        look(nextNight());
        assertThat(look()).extracting(Inbox.Handled::reason).containsExactly("unknownFolder");

        assertThat(Acting.asOperator(book::newest))
                .filteredOn(entry -> entry.fileName().equals("again.csv"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.reason()).isEqualTo("unknownFolder"));
        assertThat(Acting.asOperator(book::latest))
                .extracting(InboxEntry::fileName)
                .containsExactly("again.csv");
        web.perform(get("/imports/inbox").with(cast.signedIn(cast.controller())))
                .andExpect(content().string(containsString("its folder is named after no profile")));
    }

    @Test
    void the_report_beside_a_refused_file_names_no_option() throws Exception {
        put("sales", "bad.csv", row() + "A,Y,1,no day,oops\n");
        look();

        assertThat(read("refused/sales", ".txt")).contains("put it back").doesNotContain("--bad-rows");
    }

    @Test
    void files_in_no_folder_are_recognised_and_links_are_not_followed() throws IOException {
        Path elsewhere = Files.writeString(Files.createTempFile("else", ".csv"), row());
        Files.createSymbolicLink(root.resolve("link.csv"), elsewhere);
        put("", "plain.csv", row());

        assertThat(look()).extracting(Inbox.Handled::file).containsExactly("plain.csv");
        assertThat(elsewhere).exists();
    }

    @Test
    void what_its_sender_puts_in_the_place_of_a_file_that_is_read_is_another_file() throws Exception {
        Path sent = put("sales", "today.csv", row());
        InboxFile found = folder.look().ready().getFirst();
        InboxFile held = found.hold().orElseThrow();
        assertThat(sent).doesNotExist();

        put("sales", "today.csv", row());
        folder.settle(held, true, "20261116-010000", Map.of());
        assertThat(sent).exists();
        assertThat(look()).extracting(Inbox.Handled::outcome).containsExactly(InboxOutcome.DONE);
        assertThat(names("done/sales").stream().filter(name -> name.endsWith("today.csv")))
                .hasSize(2);
        assertThat(names("sales")).isEmpty();
    }

    @Test
    void a_file_that_changed_since_it_was_found_is_left_for_the_next_look() throws Exception {
        Path sent = put("sales", "longer.csv", row());
        InboxFile found = folder.look().ready().getFirst();
        Files.writeString(sent, Files.readString(sent) + "A,LONGER,1,2026-11-10,1\n");

        assertThat(found.hold()).isEmpty();
        assertThat(names("sales")).containsExactly("longer.csv");
        Files.delete(sent);
        assertThat(found.hold()).isEmpty();
        assertThat(names("sales")).isEmpty();
    }

    @Test
    void what_a_process_held_when_it_died_is_imported_once_beside_what_came_after_it() throws Exception {
        put("sales", "held.csv", row());
        InboxFile held = folder.look().ready().getFirst().hold().orElseThrow();
        put("sales", "held.csv", row());

        held.giveBack();
        assertThat(held.path()).exists();
        assertThat(look())
                .extracting(Inbox.Handled::file, Inbox.Handled::outcome)
                .containsExactly(tuple("held.csv", InboxOutcome.DONE), tuple("held.csv", InboxOutcome.DONE));
        assertThat(names("sales")).isEmpty();
        assertThat(names("done/sales")).hasSize(6);
        assertThat(look()).isEmpty();
    }

    @Test
    void a_file_that_belongs_to_another_is_found_while_that_is_read() throws IOException {
        put(
                "northwind-sales",
                "Orders.csv",
                "OrderID,CustomerID,EmployeeID,OrderDate,ShipCountry\n9901,A,1,11/10/2026,France\n");
        put("northwind-sales", "details.csv", "OrderID,ProductID,UnitPrice,Quantity,Discount\n9901,1,10,2,0\n");

        assertThat(look())
                .extracting(Inbox.Handled::file, Inbox.Handled::outcome)
                .containsExactly(tuple("details.csv", InboxOutcome.DONE));
        assertThat(names("northwind-sales")).containsExactly("Orders.csv");
    }

    @Test
    void what_vanishes_or_cannot_be_read_keeps_no_other_file_from_coming_in() throws IOException {
        put("sales", "good.csv", row());
        put("lost+found", "a.csv", row());
        InboxFolder watched = new InboxFolder(root, Duration.ZERO, directory -> {
            if (directory.endsWith("lost+found")) {
                throw new AccessDeniedException(directory.toString());
            }
            try (Stream<Path> inside = Files.list(directory)) {
                return Stream.concat(inside, Stream.of(directory.resolve("vanished.csv")))
                        .toList();
            }
        });

        assertThat(Acting.asOperator(() -> inbox.look(watched)).orElseThrow())
                .containsExactly(
                        new Inbox.Handled("lost+found", "", InboxOutcome.FAILED),
                        new Inbox.Handled("sales", "good.csv", InboxOutcome.DONE));
    }

    @Test
    void nothing_is_missed_in_a_night_that_was_broken_off_or_whose_folder_cannot_be_read() throws Exception {
        for (int i = 0; i < 3; i++) {
            put("sales", "punctual.csv", row());
            look(nextNight());
        }
        put("no such profile", "later.csv", row());
        LocalDate tonight = nextNight();
        InboxFolder slow = new InboxFolder(root, Duration.ofHours(1));
        List<Inbox.Handled> handled = new CopyOnWriteArrayList<>();
        Thread looking = Thread.ofPlatform()
                .start(() -> handled.addAll(
                        Acting.asOperator(() -> inbox.look(slow, tonight)).orElseThrow()));
        while (looking.isAlive() && looking.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        looking.interrupt();
        looking.join();

        assertThat(handled).isEmpty();
        assertThat(look(tonight)).contains(new Inbox.Handled("sales", "", InboxOutcome.MISSING));
        InboxFolder closed = new InboxFolder(root, Duration.ZERO, directory -> {
            throw new AccessDeniedException(directory.toString());
        });
        for (int i = 0; i < 3; i++) {
            put("sales", "punctual.csv", row());
            look(nextNight());
        }
        LocalDate last = nextNight();
        assertThat(Acting.asOperator(() -> inbox.look(closed, last)).orElseThrow())
                .containsExactly(new Inbox.Handled("", root.toString(), InboxOutcome.FAILED));
    }

    @Test
    void a_file_that_cannot_be_moved_away_leaves_no_report_and_a_long_name_is_shortened() throws Exception {
        String name = "数".repeat(83) + ".csv";
        put("sales", name, row());
        InboxFile found = folder.look().ready().getFirst();
        InboxFile gone = found.hold().orElseThrow();
        gone.giveBack();

        assertThatThrownBy(() -> folder.settle(gone, true, "20261116-010000", Map.of(".report.txt", "x")))
                .isInstanceOf(IOException.class);
        assertThat(names("done/sales")).isEmpty();
        assertThat(look()).extracting(Inbox.Handled::outcome).containsExactly(InboxOutcome.DONE);
        assertThat(names("done/sales"))
                .hasSize(3)
                .allSatisfy(settled -> assertThat(settled).containsPattern("数数\\.csv"));
    }

    @Test
    void a_file_that_came_every_night_is_missed_when_it_does_not() throws IOException {
        for (int i = 0; i < 3; i++) {
            put("sales", "daily.csv", row());
            assertThat(look(nextNight())).extracting(Inbox.Handled::outcome).containsExactly(InboxOutcome.DONE);
        }

        assertThat(look(nextNight())).containsExactly(new Inbox.Handled("sales", "", InboxOutcome.MISSING));
        assertThat(cast.as(cast.director(), work::work))
                .extracting(entry -> entry.titleKey())
                .containsExactly("work.inbox.missing.title");
        assertThat(look(nextNight())).isEmpty();
    }

    private List<Inbox.Handled> look() {
        return Acting.asOperator(() -> inbox.look(folder)).orElseThrow();
    }

    private List<Inbox.Handled> look(LocalDate when) {
        return Acting.asOperator(() -> inbox.look(folder, when)).orElseThrow();
    }

    private static LocalDate nextNight() {
        night = night.plusDays(1);
        return night;
    }

    private static String row() {
        return HEADER + "A,INBOX-" + ++documents + ",1,2026-11-10,12.50\n";
    }

    private Path put(String directory, String name, String text) throws IOException {
        return Files.writeString(
                Files.createDirectories(root.resolve(directory)).resolve(name), text);
    }

    private List<String> names(String directory) throws IOException {
        Path inside = root.resolve(directory);
        if (!Files.isDirectory(inside)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(inside)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String read(String directory, String ending) throws IOException {
        return names(directory).stream()
                .filter(name -> name.endsWith(ending))
                .map(name -> {
                    try {
                        return Files.readString(root.resolve(directory).resolve(name));
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                })
                .findFirst()
                .orElseThrow();
    }
}
