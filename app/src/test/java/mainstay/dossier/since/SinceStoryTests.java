package mainstay.dossier.since;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import mainstay.accounts.MergeBench;
import mainstay.dossier.Archive;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What changed since somebody last looked.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SinceStoryTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    MergeBench merges;

    @Autowired
    StandingClock clock;

    @Autowired
    JdbcClient database;

    private final TransactionTemplate transactions;

    @Autowired
    SinceStoryTests(PlatformTransactionManager manager) {
        this.transactions = new TransactionTemplate(manager);
    }

    @BeforeAll
    void accounts() {
        archive.accounts("C1", "C2", "C3", "C4", "C5");
    }

    @BeforeEach
    void today() {
        clock.reset();
    }

    private String page(User user, String address) throws Exception {
        return web.perform(get(address).locale(Locale.ENGLISH).with(cast.signedIn(user)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void who_comes_back_is_told_what_others_changed_and_led_to_it() throws Exception {
        User reader = cast.another("an", "安总", Role.DIRECTOR);
        archive.write("C1", "direction", "export", "2026-11-01");
        assertThat(page(reader, "/accounts/C1")).doesNotContain("Since you last looked");
        clock.advance(Duration.ofHours(2));
        archive.write("C1", "policy", "strict", "2026-11-10");
        archive.write("C1", "attitude", "warm", "2026-11-10");

        assertThat(page(reader, "/accounts/C1"))
                .contains("Since you last looked (Nov 16, 2026", "2 facts changed.")
                .contains("/accounts/C1/timeline?since=2026-11-16T01:00:00Z");
        assertThat(page(reader, "/accounts/C1/timeline?since=2026-11-16T01:00:00Z"))
                .contains("<del class=\"timeline-was\">none</del>", "strict", "warm")
                .doesNotContain("export");
        assertThat(page(reader, "/accounts/C1/timeline")).contains("export");
    }

    @Test
    void what_changes_while_somebody_looks_is_news_at_once_and_the_next_time() throws Exception {
        User reader = cast.another("bo", "柏总", Role.DIRECTOR);
        page(reader, "/accounts/C2");
        clock.advance(Duration.ofMinutes(10));
        archive.write("C2", "policy", "strict", "2026-11-10");
        clock.advance(Duration.ofMinutes(5));
        assertThat(page(reader, "/accounts/C2/overview")).contains("1 fact changed.");
        clock.advance(Duration.ofHours(5));
        assertThat(page(reader, "/accounts/C2")).contains("1 fact changed.");
        clock.advance(Duration.ofHours(5));

        assertThat(page(reader, "/accounts/C2")).doesNotContain("Since you last looked");
    }

    @Test
    void nobody_is_told_of_what_they_did_themselves_or_may_not_see() throws Exception {
        User manager = cast.another("ce", "岑经理", Role.KAM);
        User controller = cast.another("di", "狄会计", Role.CONTROLLER);
        archive.grant("C3", manager, Level.FULL);
        page(manager, "/accounts/C3");
        page(controller, "/accounts/C3");
        clock.advance(Duration.ofHours(2));
        web.perform(post("/accounts/C3/archive/attitude")
                        .param("value", "cool")
                        .param("source", "visit")
                        .param("observedOn", "2026-11-10")
                        .param("confidence", "confirmed")
                        .param("seen", "")
                        .with(cast.signedIn(manager)))
                .andExpect(status().is3xxRedirection());

        assertThat(page(manager, "/accounts/C3")).doesNotContain("Since you last looked");
        assertThat(page(controller, "/accounts/C3")).doesNotContain("Since you last looked");
        assertThat(page(controller, "/accounts/C3/timeline?since=2026-11-16T01:00:00Z"))
                .doesNotContain("cool");
        assertThat(page(cast.director(), "/accounts/C3/timeline?since=2026-11-16T01:00:00Z"))
                .contains("cool");
    }

    @Test
    void viewers_of_cards_are_told_nothing_and_a_page_that_failed_is_no_look() throws Exception {
        page(cast.viewer(), "/accounts/C4");
        page(cast.keyAccountManager(), "/accounts/C4");
        clock.advance(Duration.ofHours(2));
        archive.write("C4", "website", "example.org", "2026-11-10");

        assertThat(page(cast.viewer(), "/accounts/C4")).doesNotContain("Since you last looked");
        assertThat(rows(cast.keyAccountManager())).isZero();
        assertThat(rows(cast.viewer())).isEqualTo(1);
        web.perform(get("/accounts/C4/timeline?since=yesterday")
                        .locale(Locale.ENGLISH)
                        .with(cast.signedIn(cast.director())))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void a_look_at_the_filtered_timeline_is_logged_by_what_it_shows() throws Exception {
        User reader = cast.another("en", "恩总", Role.DIRECTOR);
        archive.write("C5", "attitude", "warm", "2026-11-01");
        page(reader, "/accounts/C5/timeline?since=2026-11-16T02:00:00Z");
        assertThat(looks(reader)).isEmpty();
        page(reader, "/accounts/C5/timeline?since=2026-11-16T00:00:00Z");

        assertThat(looks(reader)).containsExactly("timeline");
    }

    @Test
    void looks_stay_with_their_account_when_it_is_merged() throws Exception {
        User reader = cast.another("fu", "傅总", Role.DIRECTOR);
        archive.accounts("C7", "C8");
        page(reader, "/accounts/C8");
        clock.advance(Duration.ofHours(2));
        long merge = merges.merge("C7", "C8").orElseThrow();
        assertThat(page(reader, "/accounts/C7")).doesNotContain("Since you last looked");
        clock.advance(Duration.ofHours(2));
        merges.undo(merge);

        assertThat(page(reader, "/accounts/C8")).contains("Since you last looked (Nov 16, 2026");
    }

    private long rows(User user) {
        return cast.as(
                user,
                () -> Objects.requireNonNull(
                        transactions.execute(status -> database.sql("select count(*) from dossier.last_look")
                                .query(Long.class)
                                .single())));
    }

    private List<String> looks(User user) {
        return cast.as(
                user,
                () -> Objects.requireNonNull(transactions.execute(
                        status -> database.sql("select what from dossier.look where user_id = :user order by id")
                                .param("user", user.id())
                                .query(String.class)
                                .list())));
    }
}
