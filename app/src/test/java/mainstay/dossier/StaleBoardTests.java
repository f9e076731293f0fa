package mainstay.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import mainstay.identity.Acting;
import mainstay.identity.User;
import mainstay.rating.Ratings;
import mainstay.shared.WorkSource.Work;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// What is out of date is asked for where the money is.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StaleBoardTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    StaleFacts stale;

    @Autowired
    DossierWork work;

    /// S1 sells most; S3 has nothing old.
    @BeforeAll
    void accounts(@Autowired StandingClock clock, @Autowired Ratings ratings) {
        clock.reset();
        archive.accounts("S1", "S2", "S3");
        Acting.asOperator(() -> ratings.ensureCurrent());
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update rating.verdict set status = case account_id when %d then 'key' else 'none' end"
                        .formatted(archive.card("S1").id()));
    }

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private StaleBoard board() {
        return cast.as(cast.director(), () -> stale.board(new StaleFilter(null, null, null)));
    }

    private List<Work> asked() {
        return cast.as(cast.director(), work::work);
    }

    @Test
    @Order(1)
    void nothing_is_asked_before_somebody_has_begun() throws Exception {
        assertThat(asked()).isEmpty();
        send(cast.director(), get("/archive"))
                .andExpect(content().string(containsString("Nothing is written down yet")));
    }

    @Test
    @Order(2)
    void the_accounts_with_the_most_sales_come_first() throws Exception {
        archive.write("S2", "telephone", "021-2", "2025-01-01");
        archive.write("S1", "telephone", "021-1", "2025-01-01");
        archive.write("S1", "problems", "pays late", "2025-06-01");
        archive.write("S3", "telephone", "021-3", "2026-11-01");

        StaleBoard board = board();
        assertThat(board.rows()).extracting(StaleBoard.Row::code).containsExactly("S1", "S2");
        assertThat(board.facts()).isEqualTo(3);
        assertThat(board.rows().getFirst().facts())
                .extracting(old -> old.field().code())
                .containsExactly("problems", "telephone");
        send(cast.director(), get("/archive"))
                .andExpect(content().string(containsString("2 accounts, 3 old values")))
                .andExpect(content().string(containsString("pays late")));
        send(cast.director(), get("/archive?part=transaction"))
                .andExpect(content().string(containsString("1 account, 1 old value")));
        send(cast.director(), get("/archive?mine=true"))
                .andExpect(content().string(containsString("Nothing is out of date")));
        send(cast.director(), get("/archive?part=cellar")).andExpect(status().isUnprocessableContent());
        send(cast.director(), get("/archive?page=7")).andExpect(content().string(containsString("This page is empty")));
    }

    @Test
    @Order(3)
    void today_asks_for_what_is_important_of_key_accounts() {
        assertThat(asked()).extracting(Work::subject).contains("S1");
        Work first = asked().getFirst();
        assertThat(first.link()).isEqualTo("/accounts/S1/archive");
        assertThat(first.urgency()).isEqualTo(1);
        assertThat(first.reasonArguments()).containsExactly(5, 1);
        assertThat(first.money()).isEqualTo(300_0000L);
        assertThat(cast.as(cast.viewer(), work::work)).isEmpty();
        assertThat(cast.as(cast.keyAccountManager(), work::work)).isEmpty();
    }

    @Test
    @Order(4)
    void many_are_confirmed_at_once_and_what_moved_meanwhile_is_told() throws Exception {
        List<StaleBoard.Old> first = board().rows().getFirst().facts();
        String moved = String.valueOf(first.get(0).fact().id());
        String telephone = String.valueOf(first.get(1).fact().id());
        archive.write("S1", "problems", "pays on time", "2026-11-10", moved);

        send(cast.director(), post("/archive/reconfirmations").param("fact", telephone, moved))
                .andExpect(redirectedUrl("/archive"))
                .andExpect(flash().attributeExists("flash"));
        assertThat(board().rows()).extracting(StaleBoard.Row::code).containsExactly("S2");
        send(cast.director(), post("/archive/reconfirmations")).andExpect(redirectedUrl("/archive"));
        send(cast.viewer(), post("/archive/reconfirmations").param("fact", telephone))
                .andExpect(status().isForbidden());
        send(
                        cast.agent(),
                        post("/archive/reconfirmations")
                                .param(
                                        "fact",
                                        String.valueOf(board().rows()
                                                .getFirst()
                                                .facts()
                                                .getFirst()
                                                .fact()
                                                .id())))
                .andExpect(redirectedUrl("/archive"));
        assertThat(board().rows()).hasSize(1);
    }
}
