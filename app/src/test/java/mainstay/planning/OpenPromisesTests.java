package mainstay.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.UUID;
import mainstay.identity.User;
import mainstay.planning.plan.PlanBench;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What a visitor is told of work and needs. Today is 16 November 2026.
@Story
class OpenPromisesTests {

    @Autowired
    PlanBench bench;

    @Autowired
    Cast cast;

    @Autowired
    StandingClock clock;

    @Test
    void the_brief_before_a_visit_tells_open_work_and_needs() throws Exception {
        User manager = bench.manager("promise", "承经理", "PR1");
        assertThat(bench.page(manager, "/accounts/PR1/brief")).doesNotContain("Open work and needs");

        long plan = bench.start(manager, PlanBench.started("PR1", "empty", "2026-11-01", "2027-10-31"));
        bench.add(manager, PlanBench.item(plan, "Bring the drawings", manager));
        bench.add(
                manager,
                PlanBench.item("/plans/" + plan + "/work-items", "Long done", manager, "2026-11-16", "done")
                        .param("doneOn", "2026-11-16"));
        bench.send(
                        manager,
                        post("/accounts/PR1/needs")
                                .param("title", "Smaller boxes")
                                .param("kind", "wish")
                                .param("priority", "1")
                                .param("source", "said at the visit")
                                .param("voicedOn", "2026-11-02")
                                .param("state", "open")
                                .param("submission", UUID.randomUUID().toString()))
                .andExpect(status().is3xxRedirection());

        String brief = bench.page(manager, "/accounts/PR1/brief");
        assertThat(brief)
                .contains("Open work and needs", "Bring the drawings", manager.fullName(), "Smaller boxes")
                .contains("needed since")
                .doesNotContain("Long done");
        assertThat(bench.page(cast.viewer(), "/accounts/PR1/brief"))
                .doesNotContain("Open work and needs", "Bring the drawings", "Smaller boxes");
        try {
            clock.advance(Duration.ofDays(9));
            String late = bench.page(manager, "/accounts/PR1/brief");
            assertThat(late).contains("Bring the drawings").containsPattern("due [^<]*20");
        } finally {
            clock.reset();
        }
    }
}
