package mainstay.guards.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.guards.walk.Ways.Way;
import mainstay.identity.TokenScope;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Everybody opens every page, file and answer of a firm in which everything is written ([FilledFirm]),
/// and is told what the table ([Told]) says and nothing else: in no body, header, list, search, order
/// or kind of refusal.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileWalkTests {

    /// Pages that open for nobody in this firm, and why.
    private static final Set<String> OPEN_FOR_NOBODY = Set.of(
            // nobody has uploaded anything here, nor assigned many at once
            "/accounts/assignments/{number}",
            "/activities/imports/{id:\\d+}",
            "/activities/imports/{id:\\d+}/problems.csv",
            "/archive/imports/{id:\\d+}",
            "/archive/imports/{id:\\d+}/problems.csv",
            "/imports/drafts/{id}",
            // the address is the key, and nobody has this one
            "/calendar/{secret}.ics",
            "/calendar/{secret}/{code}.ics",
            // the firm names no identity server
            "/sign-in/provider");

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /// What is personal is told there and nowhere else.
    private static final List<String> PERSONAL_PAGES =
            List.of("/accounts/{code}/archive/personal/{person}", "/people/{id}/privacy/{request}");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    private record Seen(Way way, String address, Reader reader, int status, Set<Told> told) {

        /// Pages lead on to others, strangers to the door.
        boolean isOpen() {
            return status == 200 || (status == 302 && reader != Reader.STRANGER);
        }

        @Override
        public String toString() {
            return reader + " " + address + " " + status;
        }
    }

    private final List<Seen> all = new ArrayList<>();
    private List<String> routes = List.of();
    private Ways ways;
    private Walkers walkers;

    @BeforeAll
    void everybody_walks_everywhere(@Autowired AutowireCapableBeanFactory beans) throws Exception {
        walkers = new Walkers(web, cast);
        FilledFirm firm = beans.createBean(FilledFirm.class);
        firm.fill(walkers);
        ways = new Ways(firm::number);
        routes = routes(RequestMethod.GET);
        for (String route : routes) {
            for (Way way : ways.of(route)) {
                for (String question : Questions.of(route)) {
                    for (Reader reader : Reader.values()) {
                        all.add(seen(way, way.address() + question, reader));
                    }
                }
            }
        }
        for (String search : Questions.SEARCHES) {
            for (String sought : Questions.SOUGHT.keySet()) {
                for (Reader reader : Reader.values()) {
                    String route = search.substring(0, search.indexOf('?'));
                    all.add(seen(new Way(route, route, "", Reader.SIGNED_IN), search + sought, reader));
                }
            }
        }
    }

    private List<String> routes(RequestMethod method) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(route -> route.getValue().getBeanType().getName().startsWith("mainstay."))
                .filter(route ->
                        route.getKey().getMethodsCondition().getMethods().contains(method))
                .flatMap(route -> route.getKey().getPatternValues().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private Seen seen(Way way, String address, Reader reader) throws Exception {
        MockHttpServletResponse answer = walkers.look(reader, address);
        return new Seen(way, address, reader, answer.getStatus(), Told.in(AnswerText.of(answer)));
    }

    @Test
    void every_question_is_about_a_page_that_there_is() {
        assertThat(routes).hasSizeGreaterThan(200);
        assertThat(Questions.areOf(routes)).isTrue();
        assertThat(routes).containsAll(OPEN_FOR_NOBODY).containsAll(PERSONAL_PAGES);
    }

    @Test
    void nobody_is_told_what_is_not_for_them() {
        List<String> leaks = all.stream()
                .flatMap(seen -> seen.told().stream()
                        .filter(told -> !told.readers().contains(seen.reader()))
                        .map(told -> told + " to " + seen))
                .toList();
        assertThat(leaks).isEmpty();
    }

    @Test
    void what_is_personal_leaves_its_page_for_nobody() {
        assertThat(all.stream()
                        .filter(seen -> seen.told().contains(Told.PERSONAL))
                        .filter(seen -> PERSONAL_PAGES.stream()
                                .noneMatch(page -> seen.way().route().startsWith(page))))
                .isEmpty();
        assertThat(all.stream()
                        .filter(seen -> seen.told().contains(Told.PERSONAL) && seen.reader() == Reader.DIRECTOR)
                        .filter(seen -> !seen.way().route().startsWith(PERSONAL_PAGES.getLast())))
                .isEmpty();
    }

    /// Else the table would promise what nobody can read, and a word that is never shown would prove nothing.
    @Test
    void everybody_is_told_what_is_for_them() {
        Map<Reader, Set<Told>> heard = new EnumMap<>(Reader.class);
        all.forEach(seen -> heard.computeIfAbsent(seen.reader(), reader -> EnumSet.noneOf(Told.class))
                .addAll(seen.told()));
        List<String> missing = Stream.of(Told.values())
                .flatMap(told -> told.readers().stream()
                        .filter(reader -> !heard.getOrDefault(reader, Set.of()).contains(told))
                        .map(reader -> told + " is not told to " + reader))
                .toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void every_page_opens_for_somebody_and_no_page_breaks() {
        Set<String> open = new TreeSet<>();
        all.stream().filter(Seen::isOpen).forEach(seen -> open.add(seen.way().route()));
        assertThat(routes.stream().filter(route -> !open.contains(route)))
                .containsExactlyInAnyOrderElementsOf(OPEN_FOR_NOBODY);
        assertThat(all.stream().filter(seen -> seen.status() >= 500)).isEmpty();
    }

    /// Whoever may not know of something reads the same as if there were no such thing.
    @Test
    void what_is_hidden_is_like_what_does_not_exist() throws Exception {
        List<String> differences = new ArrayList<>();
        for (String route : routes) {
            differences.addAll(differences(HttpMethod.GET, route));
        }
        assertThat(differences).isEmpty();
    }

    /// Nor does anybody learn by trying to change it.
    @Test
    void what_is_hidden_is_refused_to_writers_like_what_does_not_exist() throws Exception {
        List<String> differences = new ArrayList<>();
        int writing = 0;
        for (HttpMethod method : List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE)) {
            for (String route : routes(RequestMethod.valueOf(method.name()))) {
                differences.addAll(differences(method, route));
                writing += ways.placed(route).stream().anyMatch(Way::isOfSomething) ? 1 : 0;
            }
        }
        assertThat(differences).isEmpty();
        assertThat(writing).isGreaterThan(60);
    }

    private List<String> differences(HttpMethod method, String route) throws Exception {
        List<String> differences = new ArrayList<>();
        for (Way way : ways.placed(route)) {
            if (!way.isOfSomething()) {
                continue;
            }
            for (Reader reader : EnumSet.complementOf(EnumSet.copyOf(way.knowing()))) {
                String hidden = withoutNumbers(told(reader, method, way.address()), way);
                String absent = withoutNumbers(told(reader, method, way.absent()), way);
                if (!hidden.equals(absent)) {
                    differences.add(reader + " " + method + " " + way.address() + ": " + shortened(hidden, absent));
                }
            }
        }
        return differences;
    }

    private String told(Reader reader, HttpMethod method, String address) throws Exception {
        return plain(walkers.ask(reader, method, address), address);
    }

    /// Nobody learns by searching what they may not read: a word of it finds as little as one that stands nowhere.
    @Test
    void what_is_hidden_is_not_found_either() throws Exception {
        List<String> differences = new ArrayList<>();
        for (String search : Questions.SEARCHES) {
            for (Reader reader : Reader.values()) {
                String nothing = plain(walkers.look(reader, search + Questions.NOWHERE), Questions.NOWHERE);
                for (Map.Entry<String, Told> one : Questions.SOUGHT.entrySet()) {
                    String sought = one.getKey();
                    if (one.getValue() == Told.PERSONAL
                            || !one.getValue().readers().contains(reader)) {
                        String found = plain(walkers.look(reader, search + sought), sought);
                        if (!found.equals(nothing)) {
                            differences.add(reader + " " + search + sought + ": " + shortened(found, nothing));
                        }
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    /// Without what differs from request to request, and without what was asked for.
    private static String plain(MockHttpServletResponse answer, String asked) throws Exception {
        String text = answer.getStatus() + " " + AnswerText.of(answer);
        return text.replace(asked, "")
                .replaceAll("[A-Za-z0-9_-]{90,}", "")
                .replaceAll("\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b", "")
                .replaceAll("\\b[0-9a-f]{8}\\b", "")
                .replaceAll("HX\\d+|\\d{5}|/\\d+", "");
    }

    /// A refusal repeats the numbers that were asked for; all others tell something.
    private static String withoutNumbers(String text, Way way) {
        String asked = NUMBER.matcher(way.address() + " " + way.absent())
                .results()
                .map(MatchResult::group)
                .distinct()
                .collect(Collectors.joining("|"));
        return asked.isEmpty()
                ? text
                : text.substring(0, 3) + text.substring(3).replaceAll("(?<!\\d)(?:" + asked + ")(?!\\d)", "");
    }

    /// Where two texts part.
    private static String shortened(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        int from = Math.max(0, at - 60);
        return "<" + one.substring(from, Math.min(one.length(), at + 80)).strip() + "> and <"
                + other.substring(from, Math.min(other.length(), at + 80)).strip() + ">";
    }

    @Test
    void a_token_of_one_scope_tells_nothing_of_the_others() throws Exception {
        List<String> leaks = new ArrayList<>();
        for (String route : routes) {
            if (route.startsWith("/api/")) {
                for (Way way : ways.of(route)) {
                    for (TokenScope scope : TokenScope.values()) {
                        leaks.addAll(leaks(scope, needed(route), way.address()));
                    }
                }
            }
        }
        for (String sought : Questions.SOUGHT.keySet()) {
            leaks.addAll(leaks(TokenScope.READ, TokenScope.READ, "/api/v1/search?q=" + sought));
        }
        assertThat(leaks).isEmpty();
    }

    private List<String> leaks(TokenScope scope, TokenScope needed, String address) throws Exception {
        MockHttpServletResponse answer = walkers.look(Reader.DIRECTOR, scope, address);
        Set<Told> told = Told.in(AnswerText.of(answer).replaceAll("\"q\":\"[^\"]*\"", ""));
        if (scope == needed) {
            told.retainAll(scope == TokenScope.READ_ARCHIVE ? EnumSet.of(Told.PERSONAL) : Told.OF_ARCHIVE);
        } else if (answer.getStatus() != 403) {
            return List.of(scope + " opens " + address);
        }
        return told.stream().map(one -> one + " by " + scope + " at " + address).toList();
    }

    private TokenScope needed(String route) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(one -> one.getKey().getPatternValues().contains(route))
                .filter(one -> one.getKey().getMethodsCondition().getMethods().stream()
                        .anyMatch(method -> method.name().equals("GET")))
                .map(one -> TokenScope.neededFor(one.getValue(), "GET"))
                .findFirst()
                .orElseThrow();
    }

    /// Sales order the three accounts as neither their names nor their codes do.
    @Test
    void no_order_tells_of_figures_that_are_hidden() throws Exception {
        assertThat(order(AnswerText.of(walkers.look(Reader.DIRECTOR, "/api/v1/accounts?sort=-revenue"))))
                .as("whoever may know is told")
                .containsAnyOf("132", "231");
        for (Reader reader : EnumSet.of(Reader.VIEWER, Reader.AGENT)) {
            for (String key : List.of("revenue", "share", "creditLimit", "stars")) {
                List<String> orders = new ArrayList<>();
                for (String sign : List.of("", "-")) {
                    String body = AnswerText.of(walkers.look(reader, "/api/v1/accounts?sort=" + sign + key));
                    orders.add(order(body));
                }
                assertThat(orders).as(reader + " " + key).doesNotContain("132", "231");
            }
        }
    }

    private static String order(String body) {
        StringBuilder order = new StringBuilder();
        Matcher code = Pattern.compile("\"code\":\"HX(\\d)\"").matcher(body);
        while (code.find()) {
            order.append(code.group(1));
        }
        return order.toString();
    }
}
