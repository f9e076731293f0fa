package mainstay.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.identity.Role;
import mainstay.identity.RouteGuard;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every route names who may use it, the table in docs/definitions/who-may.md says the same, and the door
/// keeps to it.
@Story
class RoutesTests {

    private static final Path TABLE = Path.of("../docs/definitions/who-may.md");
    private static final String HEADER =
            "| route | " + Stream.of(Role.values()).map(Role::code).collect(Collectors.joining(" | ")) + " |";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    record Route(String method, String path, HandlerMethod handler) {

        String row() {
            Set<Role> roles = RouteGuard.rolesOf(handler);
            return "| `" + method + " " + path + "` | "
                    + Stream.of(Role.values())
                            .map(role -> RouteGuard.isOpen(handler) ? "open" : roles.contains(role) ? "yes" : "–")
                            .collect(Collectors.joining(" | "))
                    + " |";
        }
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getName().startsWith("mainstay.")
                    && !handler.getBeanType().getName().startsWith("mainstay.shared.")) {
                methods(info)
                        .forEach(method ->
                                info.getPatternValues().forEach(path -> routes.add(new Route(method, path, handler))));
            }
        });
        routes.sort(Comparator.comparing(Route::path).thenComparing(Route::method));
        return routes;
    }

    private static List<String> methods(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .sorted()
                .toList();
    }

    @Test
    void every_route_names_who_may_use_it() {
        assertThat(routes())
                .isNotEmpty()
                .allSatisfy(route -> assertThat(RouteGuard.isOpen(route.handler())
                                || !RouteGuard.rolesOf(route.handler()).isEmpty())
                        .as(route.method() + " " + route.path())
                        .isTrue());
    }

    @Test
    void the_table_of_who_may_is_true() throws IOException {
        String table =
                HEADER + "\n" + routes().stream().map(Route::row).distinct().collect(Collectors.joining("\n"));
        String written = Files.readString(TABLE);
        if (Boolean.getBoolean("mainstay.write-tables")) {
            Files.writeString(
                    TABLE, written.replaceAll("(?s)\\| route \\|.*?\n\\|---[^\n]*\n.*\\z", "") + withRule(table));
            return;
        }
        List<String> rows =
                written.lines().filter(line -> line.startsWith("| `")).toList();

        assertThat(rows)
                .as("run the tests once with -Dmainstay.write-tables=true and read what changed")
                .isEqualTo(table.lines().skip(1).toList());
    }

    private static String withRule(String table) {
        int columns = Role.values().length;
        return table.replaceFirst("\n", "\n|---|" + ":-:|".repeat(columns) + "\n") + "\n";
    }

    @Test
    void the_door_keeps_to_the_table() throws Exception {
        for (Role role : Role.values()) {
            for (Route route : routes()) {
                if (RouteGuard.isOpen(route.handler())
                        || RouteGuard.rolesOf(route.handler()).contains(role)) {
                    continue;
                }
                int status = status(route, role);
                assertThat(status)
                        .as(role + " " + route.method() + " " + route.path())
                        .isEqualTo(403);
            }
        }
    }

    private int status(Route route, Role role) throws Exception {
        String path = route.path().replaceAll("\\{[^}]*\\}", "1");
        MockHttpServletRequestBuilder request =
                MockMvcRequestBuilders.request(HttpMethod.valueOf(route.method()), path);
        if (route.path().endsWith("/imports") && route.method().equals("POST")) {
            request = request.contentType(MediaType.MULTIPART_FORM_DATA);
        }
        boolean program = path.startsWith("/api/");
        MockHttpServletRequestBuilder signed = program
                ? request.header("Authorization", "Bearer " + cast.token(cast.withRole(role)))
                : request.with(cast.signedIn(cast.withRole(role)));
        return web.perform(signed).andReturn().getResponse().getStatus();
    }

    @Test
    void strangers_see_no_page_and_no_figure() throws Exception {
        for (Route route : routes()) {
            if (RouteGuard.isOpen(route.handler())) {
                continue;
            }
            String path = route.path().replaceAll("\\{[^}]*\\}", "1");
            int status = web.perform(MockMvcRequestBuilders.request(HttpMethod.valueOf(route.method()), path)
                            .with(csrf()))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            assertThat(status).as(route.method() + " " + path).isIn(302, 401);
        }
    }
}
