package mainstay.relationships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import mainstay.accounts.MergeBench;
import mainstay.accounts.people.PersonBench;
import mainstay.dossier.Archive;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Activities are written down in seconds, corrected with their history, cancelled and never lost.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActivityStoryTests {

    private static final String TODAY = "2026-11-16";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    PersonBench people;

    @Autowired
    MergeBench merges;

    @Autowired
    ActivityBench bench;

    @Autowired
    UserDesk users;

    private User manager;
    private User stranger;

    @BeforeAll
    void team() {
        archive.accounts("V1", "V2", "V3", "V4", "V6", "V7");
        manager = cast.another("ma", "马经理", Role.KAM);
        stranger = cast.another("mo", "莫经理", Role.KAM);
        archive.grant("V1", manager, Level.FULL);
        archive.grant("V2", manager, Level.BUSINESS);
        archive.grant("V7", manager, Level.FULL);
        archive.grant("V6", manager, Level.FULL);
        archive.grant("V2", stranger, Level.BUSINESS);
    }

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private String page(User user, String address) throws Exception {
        return send(user, get(URI.create(address))).andReturn().getResponse().getContentAsString();
    }

    private static MockHttpServletRequestBuilder quick(String account, String kind, String minutes, String notes) {
        return post("/activities")
                .param("account", account)
                .param("kind", kind)
                .param("minutes", minutes, "")
                .param("day", TODAY)
                .param("notes", notes)
                .param("submission", UUID.randomUUID().toString());
    }

    private String kept(User user, MockHttpServletRequestBuilder request) throws Exception {
        String path = send(user, request)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return Objects.requireNonNull(path);
    }

    private String refused(User user, MockHttpServletRequestBuilder request) throws Exception {
        return send(user, request)
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void a_visit_takes_a_kind_a_duration_and_one_line() throws Exception {
        assertThat(page(manager, "/activities/new?account=V1")).contains("value=\"V1\"", "On-site guidance", "马经理");
        MockHttpServletRequestBuilder once = quick("V1", "visit", "60", "谈了明年的价格 😀");
        String path = kept(manager, once);
        assertThat(kept(manager, once)).isEqualTo(path);

        assertThat(page(manager, path)).contains("谈了明年的价格 😀", "60 min", "done", "马经理", "V1");
        assertThat(page(manager, "/accounts/V1/activities")).contains("谈了明年的价格 😀", "today");
        assertThat(page(manager, "/accounts/V1/timeline")).contains("Visit on", "谈了明年的价格 😀");
        assertThat(page(cast.director(), "/activities?account=V1&kind=visit")).contains("谈了明年的价格 😀");
    }

    @Test
    void what_cannot_be_is_refused_at_its_field_and_nothing_typed_is_lost() throws Exception {
        assertThat(refused(manager, quick("V1", "visit", "0", "lost words")))
                .contains("Write a duration of 1 to 1440 minutes", "lost words");
        assertThat(refused(manager, quick("", "visit", "30", "x"))).contains("Say with which account");
        assertThat(refused(manager, quick("V3", "visit", "30", "x"))).contains("There is no account V3");
        assertThat(refused(cast.agent(), quick("V1", "visit", "30", "x"))).contains("name only");
        assertThat(refused(manager, quick("V1", "visit", "30", "x").param("colleagues", "nobody")))
                .contains("signs in as nobody");
        long elsewhere = people.add("V2", "万里远");
        assertThat(refused(manager, quick("V1", "visit", "30", "x").param("people", String.valueOf(elsewhere))))
                .contains("holds no position at this account");
        User gone = cast.another("gone", "走了人", Role.KAM);
        cast.as(cast.administrator(), () -> users.disable(gone.id()));
        assertThat(refused(manager, quick("V1", "visit", "30", "x").param("colleagues", "gone")))
                .contains("signs in as gone");
        send(cast.viewer(), quick("V1", "visit", "30", "x")).andExpect(status().isForbidden());
    }

    @Test
    void nobody_has_more_minutes_than_a_day() throws Exception {
        User busy = cast.another("mang", "忙经理", Role.KAM);
        archive.grant("V2", busy, Level.BUSINESS);
        kept(busy, quick("V2", "training", "1400", "whole day"));
        assertThat(refused(busy, quick("V2", "call", "41", "one more"))).contains("忙经理", "than the day has minutes");
        assertThat(refused(cast.director(), quick("V2", "call", "41", "x").param("colleagues", "mang")))
                .contains("忙经理 would have more");
        kept(busy, quick("V2", "call", "40", "the last"));
    }

    @Test
    void two_things_at_once_are_kept_with_a_warning() throws Exception {
        kept(manager, quick("V1", "call", "30", "first call").param("time", "08:00"));
        String path = kept(manager, quick("V2", "call", "30", "second call").param("time", "08:15"));
        assertThat(send(manager, quick("V2", "call", "10", "third").param("time", "08:20"))
                        .andReturn()
                        .getFlashMap()
                        .get("flash"))
                .asString()
                .contains("activity.beside");
        assertThat(page(manager, path)).contains("second call");
    }

    @Test
    void a_correction_keeps_what_stood_before_and_the_second_writer_sees_the_first() throws Exception {
        String path = kept(manager, quick("V2", "meeting", "30", "draft words"));
        assertThat(page(manager, path + "/edit")).contains("draft words");
        MockHttpServletRequestBuilder first = corrected(path, "1", "better words", "45");
        assertThat(kept(manager, first)).isEqualTo(path);
        assertThat(page(manager, path))
                .contains("better words", "<s><bdi>draft words</bdi></s>", "<s><bdi>30</bdi></s>", "马经理");

        String overtaken = send(cast.director(), corrected(path, "1", "other words", "50"))
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(overtaken).contains("马经理 changed it", "45 min", "other words", "name=\"seen\" value=\"2\"");
        kept(cast.director(), corrected(path, "2", "other words", "50"));
        assertThat(page(manager, path)).contains("other words", "better words");
        send(stranger, corrected(path, "3", "foreign words", "50")).andExpect(status().isForbidden());
    }

    private static MockHttpServletRequestBuilder corrected(String path, String seen, String notes, String minutes) {
        return post(path)
                .param("account", "V2")
                .param("kind", "meeting")
                .param("minutes", minutes)
                .param("day", TODAY)
                .param("subject", notes)
                .param("notes", notes)
                .param("colleagues", "ma")
                .param("seen", seen)
                .param("submission", UUID.randomUUID().toString());
    }

    @Test
    void what_does_not_take_place_is_cancelled_with_a_reason() throws Exception {
        String path = kept(manager, quick("V2", "visit", "60", "autumn visit").param("state", "planned"));
        assertThat(refused(manager, post(path + "/cancellation").param("seen", "1")))
                .contains("Say why");
        kept(manager, post(path + "/cancellation").param("seen", "1").param("reason", "storm"));
        assertThat(page(manager, path)).contains("cancelled", "storm").doesNotContain("/edit");
        assertThat(page(manager, "/accounts/V2/timeline")).contains("cancelled: autumn visit");
        send(manager, get(path + "/edit")).andExpect(status().isConflict());

        String planned = kept(manager, quick("V2", "visit", "60", "to be done").param("state", "planned"));
        kept(manager, post(planned + "/completion").param("seen", "1"));
        assertThat(page(manager, planned)).contains("tag-good");
    }

    @Test
    void one_sees_the_activities_of_accounts_whose_business_one_sees() throws Exception {
        String path = kept(manager, quick("V1", "call", "15", "quiet talk"));
        send(stranger, get(path)).andExpect(status().isNotFound());
        assertThat(page(stranger, "/activities")).doesNotContain("quiet talk");
        send(cast.viewer(), get(path)).andExpect(status().isNotFound());
        send(cast.controller(), get(path)).andExpect(status().isOk());

        String inside =
                kept(manager, quick("", "coordination", "20", "about ourselves").param("colleagues", "ma", "mo"));
        send(stranger, get(inside)).andExpect(status().isOk());
        send(cast.controller(), get(inside)).andExpect(status().isNotFound());
        send(cast.director(), get(inside)).andExpect(status().isOk());
        assertThat(people.count(
                        cast.controller(),
                        "select count(*) from activity.pub_activity where subject = 'about ourselves'"))
                .isZero();
        assertThat(people.count(
                        stranger, "select count(*) from activity.pub_activity where subject = 'about ourselves'"))
                .isEqualTo(2);
    }

    @Test
    void names_in_notes_become_links_and_the_ambiguous_are_asked_for() throws Exception {
        long here = people.add("V1", "王小明");
        people.add("V2", "李大伟");
        people.add("V2", "李大伟");
        String path = kept(manager, quick("V1", "visit", "30", "和@王小明谈了#V2的事, a@b.com"));
        assertThat(page(manager, path))
                .contains("<a href=\"/people/" + here + "\">@王小明</a>", "<a href=\"/accounts/V2\">#V2</a>", "a@b.com")
                .doesNotContain(">@b");
        assertThat(page(manager, "/accounts/V2/timeline")).contains("Named in");
        assertThat(page(stranger, "/accounts/V2/timeline")).doesNotContain("王小明");

        String asked = refused(manager, quick("V1", "call", "15", "ask @李大伟 again"));
        assertThat(asked).contains("could mean several", "name=\"meant[0]\"");
        String answer = asked.replaceAll("(?s).*name=\"meant\\[0\\]\" value=\"([^\"]+)\".*", "$1");
        String plain = answer.replaceAll(":nobody:0$", "");
        long second = people.count(cast.director(), "select max(id) from accounts.pub_person where name = '李大伟'");
        String named = kept(
                manager, quick("V1", "call", "15", "ask @李大伟 again").param("meant[0]", plain + ":person:" + second));
        assertThat(page(manager, named)).contains("<a href=\"/people/" + second + "\">@李大伟</a>");
        String nobody =
                kept(manager, quick("V1", "call", "15", "ask @李大伟 again").param("meant[0]", answer));
        assertThat(page(manager, nobody)).contains("ask @李大伟 again").doesNotContain(">@李大伟</a>");
    }

    @Test
    void a_note_becomes_a_fact_with_one_click() throws Exception {
        String path = kept(manager, quick("V1", "visit", "30", "They buy from two others"));
        String choose = page(manager, link(path, "/accounts/V1/archive/from-note"));
        assertThat(choose).contains("They buy from two others", "Which field");
        String form = choose.replaceAll(
                        "(?s).*href=\"(/accounts/V1/archive/[a-zA-Z-]+\\?source=[^\"]*value=[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(page(manager, form)).contains("They buy from two others", "Note by 马经理");
    }

    private String link(String path, String begins) throws Exception {
        return page(manager, path)
                .replaceAll("(?s).*href=\"(" + begins + "[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
    }

    @Test
    void a_note_becomes_work_of_the_plan_that_runs() throws Exception {
        String path = kept(manager, quick("V7", "visit", "30", "Send samples to the north\nBefore their fair"));
        assertThat(link(path, "/accounts/V7/plan")).as("none runs yet").isEqualTo("/accounts/V7/plan");
        String plan = kept(
                manager,
                post("/accounts/V7/plan")
                        .param("playbook", "keep")
                        .param("title", "Plan V7")
                        .param("periodFrom", "2026-11-01")
                        .param("periodTo", "2027-10-31")
                        .param("submission", UUID.randomUUID().toString()));
        String form = link(path, "/plans/\\d+/work-items");
        assertThat(form).startsWith(plan + "/work-items/new?title=");
        assertThat(page(manager, form)).contains("value=\"Send samples to the north\"", "Before their fair</textarea>");
    }

    @Test
    void a_note_becomes_a_need_voiced_by_whoever_was_met() throws Exception {
        long person = people.add("V6", "何采购");
        String path = kept(
                manager, quick("V6", "visit", "30", "Deliver within a week").param("people", String.valueOf(person)));
        assertThat(page(manager, link(path, "/accounts/V6/needs")))
                .contains(
                        "value=\"Deliver within a week\"",
                        "Deliver within a week</textarea>",
                        "value=\"Note by 马经理 of ",
                        "value=\"" + TODAY + "\"",
                        "<option value=\"" + person + "\" selected>");

        String invented = "?title=" + "x".repeat(300) + "&on=2199-01-01&by=%3Cb%3Eno&person=" + person + "7";
        assertThat(page(manager, "/accounts/V6/needs" + invented))
                .contains("value=\"" + "x".repeat(200) + "\"", "value=\"" + TODAY + "\"")
                .doesNotContain("<b>no", "\" selected>何采购");
    }

    @Test
    void a_note_becomes_only_what_its_reader_may_write() throws Exception {
        User agent = cast.another("dai", "代办员", Role.AGENT);
        archive.grant("V6", agent, Level.BUSINESS);
        String path = kept(agent, quick("V6", "visit", "30", "They like the new labels"));
        assertThat(page(agent, path))
                .contains("Make a fact of it")
                .doesNotContain("Make work of it", "Make a need of it");
        assertThat(page(cast.director(), path)).contains("Make work of it: V6", "Make a need of it: V6");
    }

    @Test
    void lists_are_filtered_summed_up_and_taken_along_without_formulas() throws Exception {
        User counter = cast.another("suan", "算经理", Role.KAM);
        archive.grant("V2", counter, Level.BUSINESS);
        kept(counter, quick("V2", "visit", "90", "=HYPERLINK(\"x\")").param("travel", "30"));
        kept(counter, quick("", "coordination", "60", "weekly round"));
        String own = page(counter, "/activities?person=suan");
        assertThat(own).contains("2 activities", ">3.0<", ">1.0<");
        assertThat(page(counter, "/activities?person=suan&side=internal")).contains("1 activity", "weekly round");
        assertThat(page(counter, "/activities?person=suan&from=2026-11-17")).contains("No activity fits");
        assertThat(page(counter, "/activities/export?person=suan")).contains("'=HYPERLINK", "90,30");
        assertThat(send(counter, get("/activities/export?person=suan&form=xlsx"))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .startsWith('P', 'K');
        send(counter, get("/activities?from=0000-00-00")).andExpect(status().isUnprocessableContent());
        send(counter, get("/activities?after=x_y")).andExpect(status().isUnprocessableContent());
    }

    @Test
    void activities_follow_accounts_and_people_into_merges_and_out_again() throws Exception {
        long one = people.add("V3", "周一一");
        long other = people.add("V3", "邹二二");
        kept(
                cast.director(),
                quick("V3", "visit", "33", "met @邹二二 of #V3")
                        .param("people", String.valueOf(one), String.valueOf(other)));
        String where = "select account_id from activity.pub_activity where minutes = 33";
        String mentioned = "select coalesce(account_id, person_id) from activity.mention m where exists "
                + "(select 1 from activity.activity a where a.id = m.activity_id and a.minutes = 33) order by person_id nulls last";
        long third = archive.card("V3").id();
        long fourth = archive.card("V4").id();
        long merge = merges.merge("V4", "V3").orElseThrow();
        people.merge(one, other);

        assertThat(people.count(cast.director(), where)).isEqualTo(fourth);
        assertThat(people.texts(cast.director(), mentioned))
                .containsExactly(String.valueOf(one), String.valueOf(fourth));
        assertThat(people.count(cast.director(), "select count(*) from activity.pub_attendee where person_id = " + one))
                .isEqualTo(1);
        merges.undo(merge);
        assertThat(people.count(cast.director(), where)).isEqualTo(third);
        long personMerge = people.count(cast.director(), "select max(id) from accounts.person_merge");
        send(cast.controller(), post("/people/{id}/merges/{merge}/undoing", one, personMerge))
                .andExpect(status().is3xxRedirection());
        assertThat(people.texts(cast.director(), mentioned))
                .containsExactly(String.valueOf(other), String.valueOf(third));
    }

    @Test
    void a_name_goes_with_an_erased_person_and_the_hours_stay() throws Exception {
        long person = people.add("V2", "谢幕人");
        String path = kept(manager, quick("V2", "visit", "34", "met @谢幕人 twice"));
        send(
                        cast.director(),
                        post("/people/{id}/erasure", person)
                                .param("askedOn", "2026-11-15")
                                .param("way", "letter")
                                .param("sure", "yes"))
                .andExpect(status().is3xxRedirection());
        assertThat(page(manager, path)).contains("met @… twice", "34 min").doesNotContain("谢幕人");
    }

    @Test
    void a_name_that_stands_in_an_earlier_version_alone_goes_too() throws Exception {
        long person = people.add("V2", "旧稿人");
        String path = kept(manager, quick("V2", "visit", "34", "@旧稿人 called"));
        kept(manager, corrected(path, "1", "the assistant called", "34"));
        assertThat(page(manager, path)).contains("旧稿人");
        send(
                        cast.director(),
                        post("/people/{id}/erasure", person)
                                .param("askedOn", "2026-11-15")
                                .param("way", "letter")
                                .param("sure", "yes"))
                .andExpect(status().is3xxRedirection());
        assertThat(page(manager, path)).contains("the assistant called").doesNotContain("旧稿人");
        assertThat(people.count(
                        cast.director(), "select count(*) from activity.version v where v.content::text like '%旧稿人%'"))
                .isZero();
    }

    @Test
    void the_database_itself_lets_nobody_write_for_accounts_of_others() {
        String insert = """
                insert into activity.activity (account_id, kind, internal, state, day_only, on_day, starts_at, minutes, travel_minutes, subject,
                    user_ids, uid, submission, source, recorded_by, recorded_by_id, recorded_at, changed_by, changed_at)
                values (%s, 'visit', %s, 'done', true, date '2026-11-16', now(), 5, 0, 'x', array[%d], gen_random_uuid()::text,
                    gen_random_uuid(), 'page', 'x', %d, now(), 'x', now())""";
        long first = archive.card("V1").id();
        for (String bad : List.of(
                insert.formatted(first, false, stranger.id(), stranger.id()),
                insert.formatted("null", true, manager.id(), stranger.id()),
                insert.formatted(first, false, manager.id(), manager.id()))) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> people.run(stranger, bad)))
                    .hasStackTraceContaining("row-level security");
        }
        assertThat(people.run(stranger, "update activity.activity set subject = 'mine' where minutes > 0"))
                .isZero();
    }

    @Test
    void the_last_contact_is_with_customers_and_hours_are_those_of_twelve_months() throws Exception {
        archive.accounts("V5");
        User one = cast.director();
        bench.add(one, "V5", "visit", "2025-11-16", "600", "a year ago");
        bench.add(one, "V5", "visit", "2025-11-17", "60", "just within");
        bench.add(one, "V5", "call", "2026-11-06", "30", "the last call");
        bench.add(one, "V5", "coordination", "2026-11-10", "30", "prepared it");
        bench.add(one, "V5", "meeting", "2026-12-01", "120", "to come");
        assertThat(page(one, "/accounts/V5/activities"))
                .contains("10 days ago", "Dec 1, 2026", ">2.0<", "50 %", "25 %", "the last call");
    }

    @Test
    void what_was_written_for_another_account_is_not_read_at_the_new_one() throws Exception {
        String path = kept(manager, quick("V1", "visit", "30", "words for the first account"));
        kept(manager, corrected(path, "1", "moved here", "30"));
        kept(manager, corrected(path, "2", "moved and corrected", "30"));

        assertThat(page(stranger, path))
                .contains("moved and corrected", "moved here", "was written for another account")
                .doesNotContain("words for the first account");
        assertThat(page(manager, path)).contains("words for the first account");
        String first =
                "select count(*) from activity.version v where v.content::text like '%words for the first account%'";
        assertThat(people.count(stranger, first)).isZero();
        assertThat(people.count(manager, first)).isEqualTo(1);
        assertThat(people.count(cast.director(), first)).isEqualTo(1);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() ->
                        people.run(manager, """
                        insert into activity.version (activity_id, account_id, user_ids, revision, content, author, at)
                        select a.id, %d, a.user_ids, 99, '{}', 'x', now() from activity.activity a where a.subject = 'moved and corrected'
                        """.formatted(archive.card("V1").id()))))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void what_stayed_inside_the_firm_stays_with_those_who_took_part() throws Exception {
        String path = kept(manager, quick("", "coordination", "30", "among ourselves"));
        kept(manager, corrected(path, "1", "with them after all", "30"));
        assertThat(page(stranger, path))
                .contains("with them after all", "inside the firm, and stays there")
                .doesNotContain("among ourselves");
        assertThat(page(manager, path)).contains("among ourselves");
    }

    @Test
    void a_history_follows_a_merge_and_comes_back() throws Exception {
        archive.accounts("VH1", "VH2");
        archive.grant("VH2", manager, Level.FULL);
        String path = kept(manager, quick("VH2", "visit", "30", "before the merge"));
        kept(manager, corrected(path, "1", "moved away", "30"));
        String own =
                "select count(*) from activity.version where account_id = %d and content ->> 'notes' = 'before the merge'";
        long merge = merges.merge("VH1", "VH2").orElseThrow();
        assertThat(people.count(
                        cast.director(), own.formatted(archive.card("VH1").id())))
                .isEqualTo(1);
        merges.undo(merge);
        assertThat(people.count(
                        cast.director(), own.formatted(archive.card("VH2").id())))
                .isEqualTo(1);
    }
}
