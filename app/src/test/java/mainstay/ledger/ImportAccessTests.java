package mainstay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mainstay.identity.Acting;
import mainstay.identity.User;
import mainstay.ledger.file.Profiles;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;

/// Whose file it is, who may do what with it, and what happens at the same time.
@Story
class ImportAccessTests {

    private static final String HEAD = "customer,document,date,amount\n";

    private final MockMvc web;
    private final Cast cast;
    private final DraftDesk drafts;
    private final Profiles profiles;
    private final KeptProfiles kept;
    private final Wizard controller;

    @Autowired
    ImportAccessTests(MockMvc web, Cast cast, DraftDesk drafts, Profiles profiles, KeptProfiles kept) {
        this.web = web;
        this.cast = cast;
        this.drafts = drafts;
        this.profiles = profiles;
        this.kept = kept;
        this.controller = new Wizard(web, cast, cast.controller());
    }

    @Test
    void a_file_is_chosen_or_dropped() throws Exception {
        assertThat(controller.page("/imports/new")).contains("Choose a file or drop it here");
    }

    @Test
    void a_draft_belongs_to_its_sender_and_to_administrators() throws Exception {
        String draft = controller.send("mine.csv", HEAD + "A1,D-1,2026-01-05,1\n");
        Wizard director = new Wizard(web, cast, cast.director());
        assertThat(director.see(draft).getStatus()).isEqualTo(404);
        assertThat(director.tell(draft, "badRows", "skip").getStatus()).isEqualTo(404);
        assertThat(director.tell(draft + "/import").getStatus()).isEqualTo(404);
        assertThat(director.tell(draft + "/deletion").getStatus()).isEqualTo(404);
        assertThat(director.tell(draft + "/profile", "name", "stolen").getStatus())
                .isEqualTo(404);
        assertThat(director.page("/imports")).doesNotContain("mine.csv");
        assertThat(new Wizard(web, cast, cast.administrator()).page(draft)).contains("mine.csv");
    }

    @Test
    void whoever_may_not_see_the_money_is_turned_away_everywhere() throws Exception {
        for (User user : List.of(cast.keyAccountManager(), cast.agent(), cast.viewer())) {
            Wizard other = new Wizard(web, cast, user);
            for (String address : List.of("/imports", "/imports/new", "/imports/profiles", "/imports/1")) {
                assertThat(other.see(address).getStatus())
                        .as(user.name() + address)
                        .isEqualTo(403);
            }
            assertThat(other.tell("/imports/1/withdrawal").getStatus()).isEqualTo(403);
        }
    }

    @Test
    void a_request_from_another_site_is_refused() throws Exception {
        String draft = controller.send("site.csv", HEAD + "A1,E-1,2026-01-05,1\n");
        User user = cast.controller();
        web.perform(post(draft + "/import")
                        .with(cast.signedIn(user))
                        .with(SecurityMockMvcRequestPostProcessors.csrf().useInvalidToken()))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_running_import_can_be_cancelled_and_leaves_nothing() throws Exception {
        String rows = IntStream.range(0, 300_000)
                .mapToObj(i -> "A" + i % 50 + ",F-" + i + ",2026-01-05,1\n")
                .collect(Collectors.joining());
        String draft = controller.send("long.csv", HEAD + rows);
        String batch = Wizard.goesTo(controller.tell(draft + "/import"));
        assertThat(controller.page(batch)).contains("Reading and checking rows", "You may close this page");
        Wizard.goesTo(controller.tell(batch + "/cancellation"));
        controller.ended(batch);
        assertThat(controller.page(batch)).contains("Cancelled", "Nothing was changed.", "Back to the file");
        assertThat(controller.page(draft)).contains("long.csv", "The first 20,000 rows were tried");
    }

    /// As if it were running still: a quarter of the file is read, 50,000 rows, at 10,000 a second.
    @Test
    void whoever_comes_back_to_a_running_import_finds_how_far_it_is_and_the_time_left() throws Exception {
        String batch = controller.imported(controller.send("slow.csv", HEAD + "A1,P-1,2026-01-05,1\n"));
        String at = " where id = " + Wizard.number(batch);
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update ledger.batch set status = 'running', rows = 50000, share_read = 0.25, rows_per_second = 10000"
                        + at);
        try {
            assertThat(controller.page(batch))
                    .contains("<progress class=\"progress\" max=\"100\" value=\"25\"")
                    .contains("<dd>50,000</dd>", "<dd>10,000</dd>", "<dd>about 15 s</dd>");
            TestServer.executeAt(
                    StoryDatabase.ownerUrl(), "update ledger.batch set rows = 10000, rows_per_second = 100" + at);
            assertThat(controller.page(batch)).contains("<dd>about 5 min</dd>");
        } finally {
            TestServer.executeAt(StoryDatabase.ownerUrl(), "update ledger.batch set status = 'done', rows = 1" + at);
        }
    }

    @Test
    void two_imports_at_once_both_arrive() throws Exception {
        for (int round = 0; round < 5; round++) {
            String one = controller.send("one.csv", HEAD + "A1,G-1-" + round + ",2026-01-05,1\n");
            String two = controller.send("two.csv", HEAD + "A1,G-2-" + round + ",2026-01-05,1\n");
            try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<String> first = people.submit(() -> controller.imported(one));
                Future<String> second = people.submit(() -> controller.imported(two));
                assertThat(controller.page(first.get())).contains("1 of 1 rows are in the ledger");
                assertThat(controller.page(second.get())).contains("1 of 1 rows are in the ledger");
            }
        }
    }

    @Test
    void what_nobody_finished_is_cleared_away_after_a_week() throws Exception {
        String old = controller.send("old.csv", HEAD + "A1,H-1,2026-01-05,1\n");
        String young = controller.send("young.csv", HEAD + "A1,H-2,2026-01-05,1\n");
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update ledger.draft set created_at = created_at - interval '8 days' where id = " + Wizard.number(old));
        assertThat(Acting.asOperator(drafts::clear)).isEqualTo(1);
        assertThat(controller.see(old).getStatus()).isEqualTo(404);
        assertThat(controller.see(young).getStatus()).isEqualTo(200);
    }

    @Test
    void a_mapping_with_a_name_reads_the_next_file_by_itself() throws Exception {
        String head = "Kd,Beleg,Tag,Wert\n";
        String draft = controller.send("january.csv", head + "A1,J-1,2026-01-05,1\n");
        controller.tell(
                draft,
                "column.customer",
                "c:Kd",
                "column.document",
                "c:Beleg",
                "column.date",
                "c:Tag",
                "column.amount",
                "=",
                "expression.amount",
                "Wert * 2");
        Wizard.goesTo(controller.tell(draft + "/profile", "name", "monthly"));
        assertThat(controller.page(draft)).contains("by the profile", "2.00");
        String next = controller.send("february.csv", head + "A1,J-2,2026-02-05,3\n");
        assertThat(controller.page(next)).contains("Found: monthly", "by the profile", "6.00");
        assertThat(cast.as(cast.controller(), () -> profiles.named("monthly"))).isPresent();

        assertThat(controller.page("/imports/profiles")).contains("monthly", "Kd, Beleg, Tag, Wert");
        long id = cast.as(cast.controller(), () -> kept.all().getFirst().id());
        Wizard.goesTo(controller.tell("/imports/profiles/" + id + "/name", "name", "online-retail"));
        assertThat(controller.page("/imports/profiles")).contains("monthly");
        Wizard.goesTo(controller.tell("/imports/profiles/" + id + "/name", "name", "every month"));
        assertThat(controller.page("/imports/profiles")).contains("every month");
        Wizard.goesTo(controller.tell("/imports/profiles/" + id + "/deletion"));
        assertThat(controller.page("/imports/profiles")).contains("No profile was saved yet");
        assertThat(controller.page(next)).contains("Something is still open");
    }
}
