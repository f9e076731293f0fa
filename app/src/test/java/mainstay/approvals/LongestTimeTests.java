package mainstay.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mainstay.approvals.ApprovalBench.People;
import mainstay.approvals.Step.Decision;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// The firm says within how many hours a request is decided, by the stars of its account.
@Story
class LongestTimeTests {

    private static final Map<Integer, String> USUAL = Map.of(4, "24", 3, "48", 2, "72", 1, "120", 0, "120");

    @Autowired
    ApprovalBench bench;

    @Autowired
    ApprovalRuleDesk rules;

    @Autowired
    Turnaround turnaround;

    @Autowired
    Cast cast;

    @Autowired
    MockMvc web;

    @Autowired
    StandingClock clock;

    private User wang;
    private User chen;
    private User li;

    @BeforeEach
    void a_rule_of_two_turns() throws Exception {
        People people = bench.reset();
        wang = people.wang();
        chen = people.chen();
        li = people.li();
        settle(48);
    }

    @AfterEach
    void the_usual_hours() throws Exception {
        settle(48);
        clock.reset();
    }

    private void settle(int threeStars) throws Exception {
        send(String.valueOf(threeStars), revision()).andExpect(redirectedUrl("/settings/approvals"));
    }

    private long revision() {
        return cast.as(wang, rules::revision);
    }

    private Map<Integer, Integer> inForce() {
        return cast.as(wang, rules::maxima);
    }

    private ResultActions send(String threeStars, long revision) throws Exception {
        return send(wang, threeStars, revision);
    }

    private ResultActions send(User user, String threeStars, long revision) throws Exception {
        MockHttpServletRequestBuilder form =
                post("/settings/approvals/maxima").param("revision", String.valueOf(revision));
        USUAL.forEach((stars, hours) -> form.param("hours" + stars, stars == 3 ? threeStars : hours));
        return web.perform(form.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2001", "-5", "1.5", "soon", "", "99999"})
    void hours_that_cannot_be_are_refused_at_their_field_with_what_was_typed(String hours) throws Exception {
        String page = send(hours, revision())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Give whole hours from 1 to 2000.")))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page.split("Give whole hours", -1)).as("at one field").hasSize(2);
        assertThat(page)
                .containsPattern("id=\"hours3\" name=\"hours3\" value=\"" + hours + "\"[^>]*aria-invalid=\"true\"")
                .containsPattern("id=\"hours2\" name=\"hours2\" value=\"72\"");
        assertThat(inForce()).containsEntry(3, 48);
    }

    @Test
    void new_hours_hold_for_the_next_request_and_leave_the_one_that_waits() throws Exception {
        Approval waits = bench.ask(li, "asked before", ApprovalBench.SMALL);

        settle(6);

        assertThat(inForce()).isEqualTo(Map.of(4, 24, 3, 6, 2, 72, 1, 120, 0, 120));
        assertThat(bench.ask(li, "asked after", ApprovalBench.SMALL).maximumHours())
                .isEqualTo(6);
        assertThat(bench.decide(chen, waits, Decision.GRANTED).maximumHours()).isEqualTo(48);
        web.perform(get("/settings/approvals").locale(Locale.ENGLISH).with(cast.signedIn(wang)))
                .andExpect(content().string(containsString("name=\"hours3\" value=\"6\"")));
    }

    @Test
    void late_is_what_took_longer_than_the_hours_it_was_asked_under() throws Exception {
        Approval before = bench.ask(li, "asked before", ApprovalBench.SMALL);
        settle(6);
        Approval after = bench.ask(li, "asked after", ApprovalBench.SMALL);

        clock.advance(Duration.ofMinutes(359));
        assertThat(late()).as("a minute before six hours").isZero();

        clock.advance(Duration.ofMinutes(61));
        assertThat(late()).as("still waiting after seven").isOne();
        bench.decide(chen, before, Decision.GRANTED);
        bench.decide(chen, after, Decision.GRANTED);
        assertThat(late()).as("decided after seven, one of 6 and one of 48").isOne();
    }

    private long late() {
        List<TurnaroundRow> rows = cast.as(wang, () -> turnaround.since(StandingClock.START.minus(Duration.ofDays(1))));
        return rows.stream()
                .filter(row -> row.kind().equals(StoryKind.CODE))
                .mapToLong(TurnaroundRow::late)
                .sum();
    }

    @Test
    void who_saw_an_older_page_is_told_and_who_asks_may_not_set_the_time() throws Exception {
        long seen = revision();
        settle(12);
        send("10", seen).andExpect(status().isConflict());
        assertThat(inForce()).containsEntry(3, 12);
        send(li, "10", revision()).andExpect(status().isForbidden());
        assertThat(inForce()).containsEntry(3, 12);
    }
}
