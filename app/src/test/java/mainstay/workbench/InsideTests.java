package mainstay.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import mainstay.accounts.people.PersonBench;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.relationships.ActivityBench;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// What is told within the application only, here how somebody's hours are spent, leaves it neither by mail nor in a
/// calendar, and goes to no colleague.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InsideTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    ActivityBench activities;

    @Autowired
    PersonBench sql;

    private User leader;

    @BeforeAll
    void five_days_among_ourselves() {
        User worker = cast.another("wendy", "Wendy Worker", Role.KAM);
        leader = cast.another("laura", "Laura Leader", Role.KAM);
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "insert into team.leader (user_id, leader_id, recorded_by, recorded_at) values (%d, %d, 'story', now())"
                        .formatted(worker.id(), leader.id()));
        for (int day = 9; day <= 13; day++) {
            activities.add(worker, "", "coordination", "2026-11-%02d".formatted(day), "400", "a long meeting");
        }
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(leader)));
    }

    private static String text(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void a_mail_counts_it_and_names_nobody() throws Exception {
        assertThat(text(send(get("/today")))).contains("Wendy Worker: the last four weeks went mostly to ourselves");

        assertThat(text(send(get("/today/digest"))))
                .contains("1 thing asks for you on", "1 entry about people and archives can be read in Mainstay only.")
                .doesNotContain("Wendy", "wendy", "four weeks");
    }

    @Test
    void a_calendar_leaves_it_out() throws Exception {
        String secret =
                text(send(post("/activities/calendar"))).replaceAll("(?s).*/calendar/([\\w-]+)/today\\.ics.*", "$1");

        assertThat(text(web.perform(get("/calendar/" + secret + "/today.ics"))))
                .contains("BEGIN:VCALENDAR")
                .doesNotContain("BEGIN:VEVENT", "endy");
    }

    @Test
    void it_is_handed_to_nobody() throws Exception {
        assertThat(text(send(get("/today"))))
                .contains("data-rule=\"energy-alarm\"", "/today/completions", "/today/snoozes")
                .doesNotContain("/today/handings");

        ResultActions handed = send(post("/today/handings")
                .param("rule", "energy-alarm")
                .param("subject", "wendy")
                .param("to", cast.controller().name()));
        assertThat(text(handed.andExpect(status().isUnprocessableContent()))).contains("This stays with you");
        assertThat(sql.count(leader, "select count(*) from workbench.handed")).isZero();
    }
}
