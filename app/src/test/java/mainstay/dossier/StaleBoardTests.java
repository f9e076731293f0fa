package mainstay.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import mainstay.identity.User;
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

    /// Z1 sells most; S3 has nothing old.
    @BeforeAll
    void accounts(@Autowired StandingClock clock) {
        clock.reset();
        archive.accounts("Z1", "S2", "S3");
        long first = archive.card("Z1").id();
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "delete from rating.verdict",
                "delete from portfolio.standing",
                """
                insert into rating.verdict
                    (scope, region, account_id, as_of, status, share_leg, credit_leg, philosophy_leg, rank, revenue)
                values ('group', '', %d, '2026-11-15', 'key', 'pass', 'pass', 'pass', 1, 7000000)
                """.formatted(first),
                standing(first, 300_0000),
                standing(archive.card("S2").id(), 200_0000));
    }

    private static String standing(long account, long revenue) {
        return """
                insert into portfolio.standing
                    (scope, account_id, as_of, revenue, gross_revenue, known_revenue, lines, orders, floor_lines, below_floor,
                     receivables, rank)
                values ('account', %d, '2026-11-15', %d, %d, 0, 1, 1, 0, 0, true, 1)
                """.formatted(account, revenue, revenue);
    }

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private StaleBoard board() {
        return cast.as(cast.director(), () -> stale.board(new StaleFilter(null, null, null, null)));
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
        archive.write("Z1", "telephone", "021-1", "2025-01-01");
        archive.write("Z1", "problems", "pays late", "2025-06-01");
        archive.write("S3", "telephone", "021-3", "2026-11-01");

        StaleBoard board = board();
        assertThat(board.rows()).extracting(StaleBoard.Row::code).containsExactly("Z1", "S2");
        assertThat(board.facts()).isEqualTo(3);
        assertThat(board.revenue()).isEqualTo(500_0000L);
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
        assertThat(asked()).extracting(Work::subject).contains("Z1");
        Work first = asked().getFirst();
        assertThat(first.link()).isEqualTo("/accounts/Z1/archive");
        assertThat(first.urgency()).isEqualTo(1);
        assertThat(first.reasonArguments()).containsExactly(5, 1);
        assertThat(first.money()).isEqualTo(700_0000L);
        assertThat(cast.as(cast.viewer(), work::work)).isEmpty();
        assertThat(cast.as(cast.keyAccountManager(), work::work)).isEmpty();
    }

    @Test
    @Order(4)
    void many_are_confirmed_at_once_and_what_moved_meanwhile_is_told() throws Exception {
        List<StaleBoard.Old> first = board().rows().getFirst().facts();
        String moved = String.valueOf(first.get(0).fact().id());
        String telephone = String.valueOf(first.get(1).fact().id());
        archive.write("Z1", "problems", "pays on time", "2026-11-10", moved);

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

    @Test
    @Order(5)
    void what_was_old_on_a_day_is_seen_later_and_not_confirmed_there(@Autowired StandingClock clock) throws Exception {
        clock.setTo(Instant.parse("2027-01-10T04:00:00Z"));
        long seen = board().rows().getFirst().facts().getFirst().fact().id();
        archive.write("S2", "telephone", "021-22", "2027-01-09", String.valueOf(seen));
        assertThat(board().rows()).isEmpty();

        StaleBoard then = cast.as(cast.director(), () -> stale.board(new StaleFilter(null, null, null, "2026-11-20")));
        assertThat(then.rows()).extracting(StaleBoard.Row::code).containsExactly("S2");
        assertThat(then.facts()).isEqualTo(1);
        assertThat(then.rows().getFirst().mayWrite()).isFalse();
        send(cast.director(), get("/archive?asOf=2026-11-20"))
                .andExpect(content().string(containsString("What was out of date at the end of")))
                .andExpect(content().string(containsString("021-2")))
                .andExpect(content().string(not(containsString("btn-primary d-print-none"))));
        send(cast.director(), get("/archive?asOf=2025-05-31"))
                .andExpect(content().string(containsString("Nothing is out of date")));
        for (String day : List.of("2027-01-11", "never", "1000-01-01")) {
            send(cast.director(), get("/archive").param("asOf", day)).andExpect(status().isUnprocessableContent());
        }
        clock.reset();
    }
}
