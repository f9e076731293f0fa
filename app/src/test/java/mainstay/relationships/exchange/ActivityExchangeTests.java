package mainstay.relationships.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import mainstay.accounts.people.PersonBench;
import mainstay.dossier.Archive;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Calendars and tables are tried out, written down at once, and known again.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActivityExchangeTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    PersonBench people;

    private User manager;

    @BeforeAll
    void accounts() {
        archive.accounts("E1", "E2");
        manager = cast.another("er", "尔经理", Role.KAM);
        archive.grant("E1", manager, Level.BUSINESS);
    }

    private String send(MockHttpServletRequestBuilder request) throws Exception {
        return told(web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(manager))));
    }

    private static String told(ResultActions done) throws Exception {
        String redirected = done.andReturn().getResponse().getRedirectedUrl();
        return redirected == null ? done.andReturn().getResponse().getContentAsString() : redirected;
    }

    /// Where its trial stands, or the page that refuses it.
    private String look(String name, String content) throws Exception {
        return told(web.perform(multipart("/activities/imports")
                .file(new MockMultipartFile("file", name, "x/y", content.getBytes(StandardCharsets.UTF_8)))
                .content(new byte[1])
                .locale(Locale.ENGLISH)
                .with(cast.signedIn(manager))));
    }

    private String trial(String at) throws Exception {
        return send(get(at));
    }

    private long count(String subject) {
        return people.count(manager, "select count(*) from activity.activity where subject like '" + subject + "%'");
    }

    private static String calendar(String... events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n" + String.join("", events)
                + "END:VCALENDAR\r\n";
    }

    private static String event(String uid, String... lines) {
        return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTAMP:20261101T000000Z\r\n" + String.join("\r\n", lines)
                + "\r\nEND:VEVENT\r\n";
    }

    @Test
    void a_table_is_tried_out_and_writes_its_good_rows_once() throws Exception {
        String file = """
                Day,Kind,Minutes,Account,Time,Subject,Colleagues
                2026-11-02,visit,60,E1,09:00,table one,尔经理
                2026-11-03,电话,15,E1,,table two,
                2026-11-04,Internal coordination,30,,,table three,er
                2026-11-05,visit,60,E2,,table four,
                2026-11-06,party,60,E1,,table five,
                1899-11-06,visit,60,E1,,table six,
                2026-11-02,visit,60,E1,09:00,table one,尔经理
                """;
        String at = look("activities.csv", file);
        String trial = trial(at);
        assertThat(trial)
                .contains("There is no account E2", "Choose what it was", "from 1900 on", "Write the 3 good ones down");
        assertThat(count("table")).as("only tried out").isZero();
        assertThat(send(post(at + "/writing").param("choice", "all"))).contains("3 rows cannot be taken");
        assertThat(send(get(at + "/problems.csv"))).contains("table four", "There is no account E2");
        assertThat(send(post(at + "/writing").param("choice", "good"))).isEqualTo("/activities");
        assertThat(count("table")).isEqualTo(3);

        String again = trial(look("activities.csv", file));
        assertThat(again).contains("No row can be taken");
        assertThat(count("table")).isEqualTo(3);
    }

    @Test
    void who_wanted_it_comes_in_with_a_table_and_goes_out_with_one() throws Exception {
        String at = look("wanted.csv", """
                day,kind,minutes,account,subject,begunBy
                2026-10-02,call,15,E1,wanted one,客户
                2026-10-03,call,15,E1,wanted two,fate
                2026-10-04,call,15,E1,wanted three,
                """);
        assertThat(trial(at)).contains("Choose who wanted it");
        assertThat(send(post(at + "/writing").param("choice", "good"))).isEqualTo("/activities");
        assertThat(count("wanted")).isEqualTo(2);
        assertThat(send(get("/activities/export?form=csv&account=E1")))
                .contains("Wanted by")
                .containsPattern("wanted one,.*,the customer,")
                .containsPattern("wanted three,.*done,,");
    }

    @Test
    void what_was_taken_along_comes_back_as_known() throws Exception {
        look("one.csv", "day,kind,minutes,account,subject\n2026-10-01,visit,60,E1,there and back\n");
        String at = look("one.csv", "day,kind,minutes,account,subject\n2026-10-01,visit,60,E1,there and back\n");
        send(post(at + "/writing"));
        String taken = send(get("/activities/export?account=E1&from=2026-10-01&until=2026-10-01"));
        assertThat(trial(look("back.csv", taken.substring(1)))).contains("known already");
    }

    @Test
    void events_of_a_calendar_go_to_the_accounts_that_they_name() throws Exception {
        String file = calendar(
                event(
                        "one@x",
                        "DTSTART;TZID=America/New_York:20261102T090000",
                        "DTEND;TZID=America/New_York:20261102T100000",
                        "SUMMARY:cal one #E1 and more"),
                event("two@x", "DTSTART:20261103T010000Z", "DURATION:PT45M", "SUMMARY:cal two"),
                event("three@x", "DTSTART;VALUE=DATE:20261104", "DTEND;VALUE=DATE:20261105", "SUMMARY:cal three"),
                event("four@x", "DTSTART:20261105T093000", "DTEND:20261105T100000", "SUMMARY:cal four"));
        String at = look("calendar.ics", file);
        assertThat(trial(at))
                .contains("cal one #E1 and more", "Write all 4 down")
                .as("in the firm's zone, as days are written everywhere")
                .contains("Nov 2, 2026, 10:00\u202fPM", "Nov 3, 2026, 9:00\u202fAM")
                .doesNotContain("+08:00");
        send(post(at + "/writing"));
        assertThat(people.texts(manager, """
                        select subject || ' ' || kind || ' ' || minutes || ' ' || day_only || ' ' || to_char(starts_at at time zone 'UTC', 'DD HH24:MI')
                        from activity.activity where subject like 'cal %' order by starts_at"""))
                .containsExactly(
                        "cal one #E1 and more meeting 60 false 02 14:00",
                        "cal two coordination 45 false 03 01:00",
                        "cal three coordination 480 true 03 16:00",
                        "cal four coordination 30 false 05 01:30");
        assertThat(trial(look("calendar.ics", file))).contains("Everything in this file is known already");
    }

    @Test
    void a_day_that_does_not_exist_is_not_taken_for_another() throws Exception {
        String trial = trial(look(
                "leap.ics",
                calendar(event("leap@x", "DTSTART:20260230T100000Z", "DURATION:PT45M", "SUMMARY:no such day"))));
        assertThat(trial).contains("There is no such day");
    }

    @Test
    void a_calendar_in_the_letters_of_a_chinese_program_is_read_too() throws Exception {
        String file = calendar(event("gbk@x", "DTSTART:20261103T010000Z", "DURATION:PT45M", "SUMMARY:国标编码的拜访"));
        String at = told(web.perform(multipart("/activities/imports")
                .file(new MockMultipartFile("file", "gbk.ics", "x/y", file.getBytes(Charset.forName("GB18030"))))
                .content(new byte[1])
                .locale(Locale.ENGLISH)
                .with(cast.signedIn(manager))));
        assertThat(trial(at)).contains("国标编码的拜访");
        byte[] noise = {'B', (byte) 0xff, (byte) 0xff, 0, (byte) 0x80};
        assertThat(told(web.perform(multipart("/activities/imports")
                        .file(new MockMultipartFile("file", "noise.ics", "x/y", noise))
                        .content(new byte[1])
                        .locale(Locale.ENGLISH)
                        .with(cast.signedIn(manager)))))
                .contains("This is no calendar file");
    }

    @Test
    void what_comes_again_is_laid_out_for_a_bounded_time() throws Exception {
        String file = calendar(
                event(
                        "weekly@x",
                        "DTSTART;TZID=Asia/Shanghai:20261005T090000",
                        "DTEND;TZID=Asia/Shanghai:20261005T093000",
                        "RRULE:FREQ=WEEKLY;COUNT=4",
                        "EXDATE;TZID=Asia/Shanghai:20261012T090000",
                        "SUMMARY:weekly round"),
                event(
                        "weekly@x",
                        "RECURRENCE-ID;TZID=Asia/Shanghai:20261019T090000",
                        "DTSTART;TZID=Asia/Shanghai:20261019T140000",
                        "DTEND;TZID=Asia/Shanghai:20261019T143000",
                        "SUMMARY:weekly moved"));
        String at = look("again.ics", file);
        assertThat(trial(at)).contains("Write all 3 down");
        send(post(at + "/writing"));
        assertThat(count("weekly round")).isEqualTo(2);
        assertThat(count("weekly moved")).isEqualTo(1);
    }

    @Test
    void whole_days_without_an_end_are_refused_and_the_hours_are_told_before_they_are_written() throws Exception {
        String endless = trial(look(
                "endless.ics",
                calendar(event(
                        "endless@x",
                        "DTSTART;VALUE=DATE:20261113",
                        "DTEND;VALUE=DATE:20261114",
                        "RRULE:FREQ=DAILY",
                        "SUMMARY:out of office"))));
        assertThat(endless)
                .contains(
                        "This event fills 368 whole days, or 2,944 hours.",
                        "up to 14 whole days",
                        "No row can be taken");

        String week = trial(look(
                "week.ics",
                calendar(
                        event(
                                "week@x",
                                "DTSTART;VALUE=DATE:20261116",
                                "RRULE:FREQ=DAILY;COUNT=14",
                                "SUMMARY:whole fair"),
                        event("call@x", "DTSTART:20261116T010000Z", "DURATION:PT45M", "SUMMARY:one call"))));
        assertThat(week)
                .contains("Write all 15 down", "What takes the most hours")
                .containsPattern("(?s)whole fair</bdi></th><td class=\"num\">14</td><td class=\"num\">112.0</td>")
                .containsPattern("(?s)one call</bdi></th><td class=\"num\">1</td><td class=\"num\">0.8</td>")
                .containsPattern("(?s)In all</th><td class=\"num\">15</td><td class=\"num\">112.8</td>");
    }

    @Test
    void bombs_and_broken_calendars_are_refused_row_by_row() throws Exception {
        String bombs = calendar(
                event("s@x", "DTSTART:19700101T000000Z", "DURATION:PT1S", "RRULE:FREQ=SECONDLY", "SUMMARY:bomb one"),
                event("e@x", "DTSTART:19000101T000000Z", "DURATION:PT30M", "RRULE:FREQ=DAILY", "SUMMARY:bomb zero"),
                event("d@x", "DTSTART:20200101T000000Z", "DURATION:PT30M", "RRULE:FREQ=DAILY", "SUMMARY:bomb two"),
                event(
                        "n@x",
                        "DTSTART:20260101T000000Z",
                        "DURATION:PT30M",
                        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
                        "SUMMARY:bomb three"),
                event("z@x", "DTSTART;TZID=Nowhere/At_All:20261101T090000", "DURATION:PT30M", "SUMMARY:bomb four"),
                event("c@x", "DTSTART:20261101T090000Z", "DURATION:PT30M", "STATUS:CANCELLED", "SUMMARY:bomb five"),
                event("l@x", "DTSTART;VALUE=DATE:20261101", "DTEND;VALUE=DATE:20261108", "SUMMARY:bomb six"),
                event("f@x", "DTSTART:99991231T000000Z", "DURATION:PT30M", "SUMMARY:bomb seven"),
                event("b@x", "DTSTART:soon", "SUMMARY:bomb eight"),
                event("t@x", "DTSTART:20261101T100000Z", "DURATION:PT30M", "SUMMARY:good \u202E one"));
        String trial = trial(look("bombs.ics", bombs));
        assertThat(trial)
                .contains("more than once a day", "more than 400 times", "Nobody knows the time zone", "is cancelled")
                .contains(
                        "several whole days",
                        "from 1900 on",
                        "bomb zero",
                        "bomb three",
                        "Nothing of this event falls",
                        "no beginning",
                        "Write the good one down");
        assertThat(look("no.ics", "hello")).contains("This is no calendar file");
        assertThat(look("none.ics", calendar())).contains("no events");
        assertThat(look("huge.ics", "BEGIN:VCALENDAR\r\n" + "X".repeat(5 << 20)))
                .contains("more than 4 MB");
        assertThat(look("many.ics", calendar(many()))).contains("more than 2,000 activities");
    }

    private static String many() {
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < 2_100; i++) {
            events.append(event("m" + i, "DTSTART:20261101T090000Z", "DURATION:PT1M", "SUMMARY:many"));
        }
        return events.toString();
    }

    @Test
    void a_file_is_its_senders_alone() throws Exception {
        String at = look("mine.csv", "day,kind,minutes,subject\n2026-10-01,coordination,10,mine\n");
        web.perform(get(at).with(cast.signedIn(cast.director()))).andExpect(status().isNotFound());
        send(post(at + "/withdrawal"));
        assertThat(trial(at)).contains("written already or is gone");
        web.perform(get("/activities/imports/new").with(cast.signedIn(cast.viewer())))
                .andExpect(status().isForbidden());
    }
}
