package mainstay.relationships.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import mainstay.activity.ActivityForm;
import mainstay.dossier.Archive;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.relationships.ActivityBench;
import mainstay.relationships.ActivityDesk;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// The own calendar is read at an address of its own, without signing in, until that address is revoked.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarStoryTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    ActivityBench bench;

    @Autowired
    ActivityDesk desk;

    @Autowired
    UserDesk users;

    @BeforeAll
    void accounts() {
        archive.accounts("K1", "K2");
    }

    private User manager(String name) {
        User user = cast.another(name, "日历 " + name, Role.KAM);
        archive.grant("K1", user, Level.BUSINESS);
        return user;
    }

    private String page(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String address(User user) throws Exception {
        String page = page(user, post("/activities/calendar"));
        return page.replaceAll("(?s).*(/calendar/[\\w-]+\\.ics).*", "$1");
    }

    private String feed(String address) throws Exception {
        return web.perform(get(address).locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static VEvent event(String feed, String summary) {
        ICalendar calendar = Objects.requireNonNull(Biweekly.parse(feed).first());
        return calendar.getEvents().stream()
                .filter(event -> event.getSummary().getValue().contains(summary))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void calendars_read_it_with_lines_folded_and_texts_escaped() throws Exception {
        User user = manager("k1");
        String words = "价格; 折扣, \\ 和 \"交期\" 😀😀😀😀😀😀😀😀😀😀😀😀";
        ActivityForm timed = new ActivityForm(
                "K1",
                "meeting",
                "planned",
                "2026-11-20",
                "09:30",
                "",
                "90",
                "",
                words,
                "first line\nsecond; line",
                null,
                null,
                null,
                "",
                "",
                "");
        ActivityBench.kept(cast.as(user, () -> desk.add(timed, "page")));
        bench.add(user, "K1", "visit", "2026-11-18", "60", "whole day");
        bench.add(cast.director(), "K1", "visit", "2026-11-18", "60", "not mine");

        String feed = feed(address(user));
        assertThat(feed.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(feed.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(feed.replace("\r\n ", ""))
                .contains("DTSTART:20261120T013000Z", "DTEND:20261120T030000Z", "DTSTART;VALUE=DATE:20261118")
                .contains("DTEND;VALUE=DATE:20261119", "LOCATION:K1", "second\\; line")
                .doesNotContain("not mine");
        assertThat(event(feed, "Meeting").getSummary().getValue()).isEqualTo("Meeting: " + words);
        assertThat(event(feed, "Meeting").getDescription().getValue()).isEqualTo("first line\nsecond; line");
    }

    @Test
    void a_change_counts_up_and_what_is_cancelled_says_so_under_the_same_name() throws Exception {
        User user = manager("k2");
        long id = bench.add(user, "K1", "visit", "2026-11-18", "60", "moves about");
        String address = address(user);
        String before = event(feed(address), "moves").getUid().getValue();
        ActivityForm later = new ActivityForm(
                "K1", "visit", "", "2026-11-19", "", "", "60", "", "moves about", "", null, null, null, "1", "", "");
        cast.as(user, () -> desk.change(id, later));
        assertThat(event(feed(address), "moves").getSequence().getValue()).isEqualTo(1);
        cast.as(user, () -> desk.cancel(id, "2", "snow"));

        VEvent cancelled = event(feed(address), "moves");
        assertThat(cancelled.getStatus().isCancelled()).isTrue();
        assertThat(cancelled.getSequence().getValue()).isEqualTo(2);
        assertThat(cancelled.getUid().getValue()).isEqualTo(before);
    }

    @Test
    void an_address_is_renewed_and_revoked_and_ends_with_its_owner() throws Exception {
        User user = manager("k3");
        bench.add(user, "K1", "visit", "2026-11-18", "60", "one visit");
        String first = address(user);
        String second = address(user);
        web.perform(get(first)).andExpect(status().isNotFound());
        assertThat(feed(second)).contains("one visit");
        assertThat(page(user, get("/activities/calendar")))
                .contains("Last read")
                .doesNotContain(second);

        page(user, post("/activities/calendar/revocation"));
        web.perform(get(second)).andExpect(status().isNotFound());
        String third = address(user);
        cast.as(cast.administrator(), () -> users.setPassword(user.id(), "another pillar in midstream"));
        web.perform(get(third)).andExpect(status().isNotFound());
        String fourth = address(user);
        cast.as(cast.administrator(), () -> users.disable(user.id()));
        web.perform(get(fourth)).andExpect(status().isNotFound());
        web.perform(get("/calendar/guessed.ics")).andExpect(status().isNotFound());
    }

    @Test
    void it_shows_only_what_its_owner_may_see_now() throws Exception {
        User user = cast.another("k4", "日历四", Role.KAM);
        bench.add(cast.director(), "K2", "visit", "2026-11-18", "60", "of the director");
        ActivityForm joint = new ActivityForm(
                "K2",
                "visit",
                "",
                "2026-11-18",
                "",
                "",
                "60",
                "",
                "joint visit",
                "",
                java.util.List.of("k4", "wang"),
                null,
                null,
                "",
                "",
                "");
        ActivityBench.kept(cast.as(cast.director(), () -> desk.add(joint, "page")));
        String address = address(user);
        assertThat(feed(address)).doesNotContain("joint visit");
        archive.grant("K2", user, Level.BUSINESS);
        assertThat(feed(address)).contains("joint visit").doesNotContain("of the director");
    }
}
