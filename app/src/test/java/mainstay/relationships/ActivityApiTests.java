package mainstay.relationships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mainstay.dossier.Archive;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.TokenScope;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// What programs do with activities.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActivityApiTests {

    private static final String PATH = "/api/v1/activities";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    private final ObjectMapper json = new ObjectMapper();
    private User manager;

    @BeforeAll
    void account() {
        archive.accounts("J1");
        manager = cast.another("ji", "季经理", Role.KAM);
        archive.grant("J1", manager, Level.BUSINESS);
    }

    private MockHttpServletResponse send(String token, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.header("Authorization", "Bearer " + token).contentType(MediaType.APPLICATION_JSON))
                .andReturn()
                .getResponse();
    }

    private JsonNode answer(String token, MockHttpServletRequestBuilder request) throws Exception {
        return json.readTree(send(token, request).getContentAsString());
    }

    private static String visit(String start, String subject, String submission) {
        return """
                {"account": "J1", "kind": "visit", "start": "%s", "minutes": 45, "travelMinutes": 20, "subject": "%s", "submission": "%s"}
                """.formatted(start, subject, submission);
    }

    @Test
    void an_activity_is_written_down_once_changed_and_cancelled() throws Exception {
        String token = cast.token(manager);
        String body = visit(
                "2026-11-10T09:00:00+08:00", "by program", UUID.randomUUID().toString());
        MockHttpServletResponse made = send(token, post(PATH).content(body));
        assertThat(made.getStatus()).isEqualTo(201);
        JsonNode first = json.readTree(made.getContentAsString());
        assertThat(first.get("start").asString()).isEqualTo("2026-11-10T01:00:00Z");
        assertThat(first.get("state").asString()).isEqualTo("done");
        long id = answer(token, post(PATH).content(body)).get("id").asLong();
        assertThat(id).isEqualTo(first.get("id").asLong());

        String changed = body.replace("}", ", \"seen\": 1}")
                .replace("by program", "corrected")
                .replaceAll("\"submission\": \"[^\"]+\"", "\"submission\": \"" + UUID.randomUUID() + "\"");
        assertThat(answer(token, put(PATH + "/" + id).content(changed))
                        .get("subject")
                        .asString())
                .isEqualTo("corrected");
        assertThat(send(token, put(PATH + "/" + id).content(changed)).getStatus())
                .isEqualTo(409);
        JsonNode cancelled = answer(
                token, post(PATH + "/" + id + "/cancellation").content("{\"seen\": 2, \"reason\": \"never was\"}"));
        assertThat(cancelled.get("state").asString()).isEqualTo("cancelled");
        assertThat(cancelled.get("reason").asString()).isEqualTo("never was");
    }

    @Test
    void pages_follow_each_other_without_gaps() throws Exception {
        String token = cast.token(manager);
        for (int i = 0; i < 5; i++) {
            send(
                    token,
                    post(PATH)
                            .content(visit(
                                    "2026-10-0" + (i + 1) + "T09:00:00+08:00",
                                    "page " + i,
                                    UUID.randomUUID().toString())));
        }
        List<String> seen = new ArrayList<>();
        String filter = PATH + "?account=J1&from=2026-10-01&until=2026-10-31&size=2";
        String after = "";
        do {
            JsonNode page = answer(token, get(filter + after));
            page.get("activities").forEach(one -> seen.add(one.get("subject").asString()));
            assertThat(page.get("minutes").asLong()).isEqualTo(5 * 65);
            after = page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").asString();
        } while (!after.isEmpty());
        assertThat(seen).containsExactly("page 4", "page 3", "page 2", "page 1", "page 0");
    }

    @Test
    void what_is_wrong_is_said_and_a_token_that_reads_writes_nothing() throws Exception {
        String token = cast.token(manager);
        String none = UUID.randomUUID().toString();
        assertThat(send(token, post(PATH).content(visit("yesterday", "x", none)))
                        .getStatus())
                .isEqualTo(422);
        assertThat(send(
                                token,
                                post(PATH)
                                        .content(visit("2026-11-10T09:00:00+08:00", "x", none)
                                                .replace("J1", "J9")))
                        .getStatus())
                .isEqualTo(422);
        assertThat(send(cast.token(manager, TokenScope.READ), post(PATH).content("{}"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(send(cast.token(cast.viewer()), get(PATH)).getContentAsString())
                .contains("\"activities\":[]");
        assertThat(send(token, get(PATH + "?colour=red")).getStatus()).isEqualTo(422);
    }
}
