package mainstay.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mainstay.identity.Role;
import mainstay.identity.RouteGuard;
import mainstay.identity.TokenScope;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// A token opens what its scopes say; docs/definitions/token-scopes.md says the same, and the door keeps to it.
@Story
class TokenScopeTests {

    private static final Path TABLE = Path.of("../docs/definitions/token-scopes.md");
    private static final Pattern ROW = Pattern.compile("\\| `[A-Z]+ /.*");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    record Route(String method, String path, HandlerMethod handler) {

        TokenScope needed() {
            return TokenScope.neededFor(handler, method);
        }

        String row() {
            return "| `" + method + " " + path + "` | " + needed().code() + " |";
        }

        Role role() {
            return RouteGuard.rolesOf(handler).iterator().next();
        }

        String address() {
            return path.replaceAll("\\{[^}]*\\}", "1");
        }
    }

    private List<Route> routes() {
        return mapping.getHandlerMethods().entrySet().stream()
                .flatMap(route -> route.getKey().getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/v1/"))
                        .flatMap(path -> route.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(method.name(), path, route.getValue()))))
                .sorted((one, other) -> one.row()
                        .substring(one.row().indexOf('/'))
                        .compareTo(other.row().substring(other.row().indexOf('/'))))
                .toList();
    }

    @Test
    void the_table_of_scopes_is_true() throws IOException {
        List<String> rows = routes().stream().map(Route::row).toList();
        Stream<String> written = Files.readString(TABLE).lines();
        if (Boolean.getBoolean("mainstay.write-tables")) {
            List<String> prose =
                    written.filter(line -> !ROW.matcher(line).matches()).toList();
            Files.writeString(TABLE, String.join("\n", prose) + "\n" + String.join("\n", rows) + "\n");
            return;
        }
        assertThat(written.filter(line -> ROW.matcher(line).matches()))
                .as("run the tests once with -Dmainstay.write-tables=true and read what changed")
                .containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void a_token_without_the_scope_is_told_which_one_is_missing() throws Exception {
        for (Route route : routes()) {
            Set<TokenScope> others = EnumSet.complementOf(EnumSet.of(route.needed()));
            String token = cast.token(cast.withRole(route.role()), others.toArray(TokenScope[]::new));

            MockHttpServletResponse answer = web.perform(
                            MockMvcRequestBuilders.request(HttpMethod.valueOf(route.method()), route.address())
                                    .locale(Locale.ENGLISH)
                                    .header("Authorization", "Bearer " + token))
                    .andReturn()
                    .getResponse();

            assertThat(answer.getStatus()).as(route.row()).isEqualTo(403);
            assertThat(answer.getContentAsString())
                    .as(route.row())
                    .contains("lacks the scope " + route.needed().code(), "urn:mainstay:problem:forbidden");
            assertThat(answer.getHeader("WWW-Authenticate"))
                    .contains("insufficient_scope", "\"" + route.needed().code() + "\"");
        }
    }

    @Test
    void everything_of_the_archive_needs_its_scope_to_be_read() {
        assertThat(routes().stream()
                        .filter(route -> route.method().equals("GET"))
                        .filter(route -> route.handler().getBeanType().getName().startsWith("mainstay.dossier")))
                .isNotEmpty()
                .allSatisfy(route -> assertThat(route.needed()).isEqualTo(TokenScope.READ_ARCHIVE));
    }

    @Test
    void a_file_is_refused_before_it_is_taken_in() throws Exception {
        User controller = cast.controller();
        String token = cast.token(controller, TokenScope.READ, TokenScope.WRITE);

        web.perform(multipart("/api/v1/imports")
                        .file(new MockMultipartFile(
                                "file", "sales.csv", "text/csv", "customer\nA\n".getBytes(StandardCharsets.UTF_8)))
                        .locale(Locale.ENGLISH)
                        .header("Authorization", "Bearer " + token))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("urn:mainstay:problem:forbidden"))
                .andExpect(jsonPath("$.detail")
                        .value(
                                "This access token may not do that: it lacks the scope import. Make one that has it under"
                                        + " My profile, Access tokens."));
    }

    @Test
    void metrics_need_their_scope_and_an_administrator() throws Exception {
        User administrator = cast.administrator();
        for (TokenScope scope : TokenScope.values()) {
            web.perform(get("/actuator/prometheus")
                            .header("Authorization", "Bearer " + cast.token(administrator, scope)))
                    .andExpect(scope == TokenScope.METRICS ? status().isOk() : status().isForbidden());
        }
    }

    @Test
    void a_token_opens_no_more_than_its_owner_may() throws Exception {
        web.perform(get("/api/v1/imports")
                        .header("Authorization", "Bearer " + cast.token(cast.viewer(), TokenScope.IMPORT)))
                .andExpect(status().isForbidden());
    }
}
