package mainstay.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Somebody who goes away names who decides meanwhile.
@Story
class DeputyTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    UserDesk users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private ResultActions away(User user, User deputy) throws Exception {
        return web.perform(post("/people/{name}/absences", user.name())
                .locale(Locale.ENGLISH)
                .param("first", "2026-12-01")
                .param("last", "2026-12-05")
                .param("deputy", String.valueOf(deputy.id()))
                .with(cast.signedIn(user)));
    }

    @Test
    void a_viewer_is_not_offered_as_a_deputy_and_refused_at_the_field() throws Exception {
        User director = cast.director();
        User viewer = cast.viewer();
        User controller = cast.controller();
        web.perform(get("/people/{name}/absences", director.name())
                        .locale(Locale.ENGLISH)
                        .with(cast.signedIn(director)))
                .andExpect(content().string(containsString("(Credit controller)")))
                .andExpect(content().string(not(containsString("(Viewer)"))))
                .andExpect(content().string(containsString("decides on these, and so will the deputy")))
                .andExpect(content().string(containsString("<li>Publication of a rating model</li>")));
        User manager = cast.keyAccountManager();
        web.perform(get("/people/{name}/absences", manager.name())
                        .locale(Locale.ENGLISH)
                        .with(cast.signedIn(manager)))
                .andExpect(content().string(containsString("nothing waits for " + manager.fullName() + " to decide")));

        away(director, viewer)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("<strong role=\"alert\">Viewers decide nothing")));
        away(director, controller).andExpect(status().is3xxRedirection());
    }

    @Test
    void deputies_who_lead_back_to_the_absent_person_are_refused() throws Exception {
        User first = cast.another("sun", "孙总", Role.DIRECTOR);
        User second = cast.another("zhou", "周会计", Role.CONTROLLER);
        User third = cast.keyAccountManager();
        away(first, second).andExpect(status().is3xxRedirection());
        away(second, third).andExpect(status().is3xxRedirection());

        away(third, first)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("the deputies lead back to the absent person")));

        web.perform(get("/people/{name}/absences", third.name())
                        .locale(Locale.ENGLISH)
                        .with(cast.signedIn(third)))
                .andExpect(content().string(not(containsString("/end\""))));
    }

    @Test
    void a_deputy_who_becomes_a_viewer_stands_in_no_more() throws Exception {
        User controller = cast.controller();
        User deputy = cast.director();
        web.perform(post("/people/{name}/absences", controller.name())
                        .param("first", "2026-11-16")
                        .param("last", "2026-11-20")
                        .param("deputy", String.valueOf(deputy.id()))
                        .with(cast.signedIn(controller)))
                .andExpect(status().is3xxRedirection());
        assertThat(deputiesOf(controller)).containsExactly(deputy.id());

        cast.as(cast.administrator(), () -> users.changeRole(deputy.id(), Role.VIEWER));

        assertThat(deputiesOf(controller)).isEmpty();
    }

    private List<Long> deputiesOf(User absent) {
        return Objects.requireNonNull(cast.as(
                absent,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> jdbc.sql(
                                        "select deputy_id from identity.pub_deputy where absent_id = :absent")
                                .param("absent", absent.id())
                                .query((row, number) -> row.getLong("deputy_id"))
                                .list())));
    }
}
