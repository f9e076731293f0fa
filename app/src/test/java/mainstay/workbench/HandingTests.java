package mainstay.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mainstay.accounts.people.PersonBench;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.testing.Cast;
import mainstay.testing.Rival;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@Story
class HandingTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    StandingClock clock;

    @Autowired
    TodayDesk desk;

    @Autowired
    UserDesk users;

    @Autowired
    PersonBench sql;

    @BeforeEach
    void a_small_ledger() {
        clock.reset();
        TodayLedger.fill();
    }

    private List<String> waitingFor(User user) {
        return cast.as(user, () -> desk.today().entries()).stream()
                .map(work -> work.rule() + " " + work.subject())
                .toList();
    }

    private ResultActions hand(User from, String rule, String subject, String to, String note) throws Exception {
        return web.perform(post("/today/handings")
                .param("rule", rule)
                .param("subject", subject)
                .param("to", to)
                .param("note", note)
                .locale(Locale.ENGLISH)
                .with(cast.signedIn(from)));
    }

    private ResultActions answer(User who, String what, String rule, String subject) throws Exception {
        return web.perform(post("/today/" + what)
                .param("rule", rule)
                .param("subject", subject)
                .with(cast.signedIn(who)));
    }

    @Test
    void what_a_colleague_has_on_the_own_list_anyway_is_shown_there_once_with_the_note() throws Exception {
        hand(cast.director(), "overdue", "H1", cast.controller().fullName(), "before Friday, please")
                .andExpect(redirectedUrl("/today"));

        assertThat(waitingFor(cast.director())).doesNotContain("overdue H1");
        assertThat(waitingFor(cast.controller())).containsExactly("overdue H1", "account-without-manager *");
        web.perform(get("/today").locale(Locale.ENGLISH).with(cast.signedIn(cast.controller())))
                .andExpect(content().string(containsString("before Friday, please")));

        answer(cast.controller(), "completions", "overdue", "H1");

        assertThat(waitingFor(cast.controller())).doesNotContain("overdue H1");
        assertThat(waitingFor(cast.director())).doesNotContain("overdue H1");
        Today.Away away = cast.as(cast.director(), () -> desk.today().away().getFirst());
        assertThat(away.handed()).isNotNull();
        assertThat(away.handed().done()).isTrue();
    }

    @Test
    void what_is_given_back_stands_on_the_first_list_again() throws Exception {
        hand(cast.director(), "late-in-rhythm", "Q1", cast.controller().name(), "");
        assertThat(waitingFor(cast.director())).doesNotContain("late-in-rhythm Q1");
        String handed = waitingFor(cast.controller()).stream()
                .filter(entry -> entry.startsWith("handed "))
                .findFirst()
                .orElseThrow();
        web.perform(get("/today").locale(Locale.ENGLISH).with(cast.signedIn(cast.controller())))
                .andExpect(content().string(containsString("Late or silent buyers, Quay")));

        web.perform(post("/today/returns").param("id", handed.substring(7)).with(cast.signedIn(cast.controller())))
                .andExpect(redirectedUrl("/today"));

        assertThat(waitingFor(cast.director())).contains("late-in-rhythm Q1");
        assertThat(waitingFor(cast.controller())).doesNotContain(handed);
        web.perform(post("/today/returns").param("id", handed.substring(7)).with(cast.signedIn(cast.controller())))
                .andExpect(status().isNotFound());
    }

    @Test
    void the_first_may_take_it_back_and_a_worse_case_comes_back_by_itself() throws Exception {
        hand(cast.director(), "late-in-rhythm", "Q1", cast.controller().name(), "");
        answer(cast.director(), "reopenings", "late-in-rhythm", "Q1");
        assertThat(waitingFor(cast.director())).contains("late-in-rhythm Q1");
        assertThat(waitingFor(cast.controller())).noneMatch(entry -> entry.startsWith("handed "));

        hand(cast.director(), "overdue", "H1", cast.controller().name(), "");
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update ledger.receivable set amount = 9000000 where number = 'R1'");
        assertThat(waitingFor(cast.director())).contains("overdue H1");
    }

    @Test
    void nobody_is_asked_about_an_account_that_he_may_not_see() throws Exception {
        hand(cast.director(), "overdue", "H1", cast.keyAccountManager().name(), "")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("may not see this account")));
        for (String nobody : List.of(
                "", "Nobody at all", cast.viewer().fullName(), cast.director().name())) {
            hand(cast.director(), "overdue", "H1", nobody, "").andExpect(status().isUnprocessableContent());
        }
        hand(cast.director(), "overdue", "H1", cast.controller().name(), "x".repeat(501))
                .andExpect(status().isUnprocessableContent());
        hand(cast.director(), "overdue", "X9", cast.controller().name(), "").andExpect(status().isNotFound());
        assertThat(waitingFor(cast.director())).contains("overdue H1");
    }

    @Test
    void what_cannot_be_taken_is_told_at_the_entry_with_all_that_was_typed() throws Exception {
        String handed = refused(hand(cast.director(), "overdue", "H1", "Nobody at all", "Call them \u202Ebefore noon"));
        assertThat(handed)
                .contains("Nobody who could take it is called Nobody at all.", "value=\"Nobody at all\"")
                .contains("value=\"Call them before noon\"", "id=\"mistyped\"")
                .containsPattern("<details class=\"work-snooze\" open[^>]*>")
                .doesNotContain("Request number", "\u202E");
        assertThat(refused(hand(cast.director(), "overdue", "H1", "", "")))
                .contains("Choose a colleague from the list.");

        for (String days : List.of("0", "-3", "91", "soon", "1.5", "", "99999999999999999999")) {
            assertThat(refused(putOff(days, "after the fair")))
                    .as(days)
                    .contains("Put it off for 1 to 90 days.", "value=\"" + days + "\"", "value=\"after the fair\"");
        }
        assertThat(refused(putOff("3", " "))).contains("Say why, in at most 200 characters.", "value=\"3\"");
        assertThat(refused(putOff("3", "after \u202Ethe fair"))).contains("value=\"after the fair\"");
        assertThat(waitingFor(cast.director())).contains("overdue H1");
        putOff("90", "after the fair").andExpect(status().is3xxRedirection());
        assertThat(waitingFor(cast.director())).doesNotContain("overdue H1");
    }

    private ResultActions putOff(String days, String reason) throws Exception {
        return web.perform(post("/today/snoozes")
                .param("rule", "overdue")
                .param("subject", "H1")
                .param("days", days)
                .param("reason", reason)
                .locale(Locale.ENGLISH)
                .with(cast.signedIn(cast.director())));
    }

    private static String refused(ResultActions answer) throws Exception {
        return answer.andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void who_does_it_after_all_takes_it_back_from_the_colleague() throws Exception {
        hand(cast.director(), "overdue", "H1", cast.controller().name(), "");
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update ledger.receivable set amount = 9000000 where number = 'R1'");
        assertThat(waitingFor(cast.director())).as("it became worse").contains("overdue H1");

        answer(cast.director(), "completions", "overdue", "H1").andExpect(redirectedUrl("/today"));
        assertThat(waitingFor(cast.director())).doesNotContain("overdue H1");
        assertThat(cast.as(cast.controller(), () -> desk.today().asked())).isEmpty();

        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update ledger.receivable set amount = 90000000 where number = 'R1'");
        hand(cast.director(), "overdue", "H1", cast.controller().name(), "").andExpect(redirectedUrl("/today"));
        assertThat(cast.as(cast.controller(), () -> desk.today().asked())).hasSize(1);
    }

    @Test
    void what_is_handed_on_twice_at_one_moment_goes_out_once_and_the_second_is_told() throws Exception {
        User other = cast.another("second.director", "Second Director", Role.DIRECTOR);
        try (Rival first = Rival.open();
                ExecutorService others = Executors.newSingleThreadExecutor()) {
            first.run("""
                    insert into workbench.handed (rule, subject, link, from_user, to_user, handed_at)
                    values ('late-in-rhythm', 'Q1', '/accounts/Q1', %d, %d, now())
                    """.formatted(cast.director().id(), cast.controller().id()));
            Future<String> second =
                    others.submit(() -> refused(hand(cast.director(), "late-in-rhythm", "Q1", other.name(), "")));
            assertThat(first.isWaitedFor(second)).isTrue();
            first.commit();
            assertThat(second.get()).contains("You have just handed this on.");
        }
        assertThat(cast.as(other, () -> desk.today().asked())).isEmpty();
    }

    @Test
    void a_name_that_several_bear_is_asked_about_and_the_one_to_sign_in_with_is_certain() throws Exception {
        User first = cast.another("twin.one", "Twin Director", Role.DIRECTOR);
        User second = cast.another("twin.two", "Twin Director", Role.DIRECTOR);
        cast.another("another", "twin.two", Role.DIRECTOR);
        String page = refused(hand(cast.director(), "late-in-rhythm", "Q1", "Twin Director", ""));
        assertThat(page)
                .contains("Several colleagues are called Twin Director.", "twin.one, twin.two")
                .contains("<option value=\"twin.one\">Twin Director, ", "<option value=\"another\">twin.two, ")
                .contains("<option value=\"" + cast.controller().fullName() + "\">");

        hand(cast.director(), "late-in-rhythm", "Q1", "twin.two", "").andExpect(redirectedUrl("/today"));
        assertThat(cast.as(second, () -> desk.today().asked())).hasSize(1);
        assertThat(cast.as(first, () -> desk.today().asked())).isEmpty();
    }

    @Test
    void what_a_colleague_asks_for_is_told_however_far_down_the_list_it_is() throws Exception {
        TodayLedger.debtors(1, 25);
        hand(cast.controller(), "overdue", "N1", cast.director().name(), "this one, please")
                .andExpect(redirectedUrl("/today"));

        Today today = cast.as(cast.director(), desk::today);
        assertThat(waitingFor(cast.director())).contains("overdue N1").doesNotContain("overdue N2");
        assertThat(today.cuts()).containsExactly(new Today.Cut("overdue", 21, 26, false));
        answer(cast.director(), "completions", "overdue", "N1").andExpect(redirectedUrl("/today"));
        assertThat(cast.as(cast.director(), () -> desk.today().asked())).isEmpty();
    }

    @Test
    void handing_on_twice_means_the_second_colleague() throws Exception {
        User other = cast.another("second.director", "Second Director", Role.DIRECTOR);
        hand(cast.director(), "late-in-rhythm", "Q1", cast.controller().name(), "");
        hand(cast.director(), "late-in-rhythm", "Q1", other.name(), "");

        assertThat(waitingFor(cast.controller())).noneMatch(entry -> entry.startsWith("handed "));
        assertThat(cast.as(other, () -> desk.today().asked())).hasSize(1);
        String own =
                "handed " + cast.as(other, () -> desk.today().asked().getFirst().id());
        hand(other, "handed", own.substring(7), cast.controller().name(), "").andExpect(status().isNotFound());
    }

    @Test
    void what_a_colleague_leaves_lying_or_everybody_passes_on_is_a_drop_on_the_board() throws Exception {
        hand(cast.director(), "late-in-rhythm", "Q1", cast.controller().name(), "Ask them today");
        assertThat(board()).contains("Observed drops: 0");
        clock.advance(LeftEntries.LEFT.plusMinutes(1));
        assertThat(board())
                .contains("Observed drops: 1", "untouched past its limit", "/accounts/Q1")
                .as("the note is for whose list it is")
                .doesNotContain("Ask them today");

        User other = cast.another("second.director", "Second Director", Role.DIRECTOR);
        hand(cast.director(), "late-in-rhythm", "Q1", other.name(), "");
        assertThat(board()).contains("Observed drops: 0");
        hand(cast.director(), "late-in-rhythm", "Q1", cast.controller().name(), "");
        assertThat(board()).contains("handed on 3 times");
    }

    @Test
    void what_was_done_in_between_is_another_case() throws Exception {
        for (int year = 0; year < 3; year++) {
            hand(cast.director(), "late-in-rhythm", "Q1", cast.controller().name(), "");
            TestServer.executeAt(
                    StoryDatabase.ownerUrl(),
                    "update workbench.handed set closed_at = now(), outcome = 'settled' where closed_at is null",
                    "delete from workbench.work_state");
        }
        hand(cast.director(), "late-in-rhythm", "Q1", cast.controller().name(), "");
        assertThat(board()).contains("Observed drops: 0");
    }

    @Test
    void what_is_told_within_only_is_left_out_of_the_board() throws Exception {
        hand(cast.director(), "late-in-rhythm", "Q1", cast.controller().name(), "");
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update workbench.handed set rule = 'person-day' where closed_at is null");
        clock.advance(LeftEntries.LEFT.plusMinutes(1));
        assertThat(board()).contains("Observed drops: 0");
    }

    private String board() throws Exception {
        return web.perform(get("/team/coverage").locale(Locale.ENGLISH).with(cast.signedIn(cast.director())))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void what_the_facts_settled_is_nobodys_work() throws Exception {
        hand(cast.director(), "late-in-rhythm", "Q1", cast.controller().name(), "");
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update portfolio.standing set rhythm = 'onTime' where account_id = 2");

        cast.as(cast.director(), desk::morning);

        assertThat(waitingFor(cast.controller())).noneMatch(entry -> entry.startsWith("handed "));
    }

    @Test
    void what_somebody_has_who_is_shut_out_stands_on_the_first_list_again() throws Exception {
        User leaver = cast.another("third.director", "Third Director", Role.DIRECTOR);
        hand(cast.director(), "late-in-rhythm", "Q1", leaver.name(), "");
        assertThat(waitingFor(cast.director())).doesNotContain("late-in-rhythm Q1");
        cast.as(cast.administrator(), () -> users.disable(leaver.id()));
        assertThat(waitingFor(cast.director())).contains("late-in-rhythm Q1");
    }

    @Test
    void who_takes_over_gets_what_colleagues_asked_of_who_leaves() throws Exception {
        User leaver = cast.another("fourth.director", "Fourth Director", Role.DIRECTOR);
        User heir = cast.another("fifth.director", "Fifth Director", Role.DIRECTOR);
        hand(cast.director(), "late-in-rhythm", "Q1", leaver.name(), "Ask them today");
        hand(heir, "overdue", "H1", leaver.name(), "");
        web.perform(get("/team/leaving/fourth.director")
                        .locale(Locale.ENGLISH)
                        .with(cast.signedIn(cast.administrator())))
                .andExpect(content().string(containsString("Entries of Today from colleagues (2)")))
                .andExpect(content().string(not(containsString("Ask them today"))));

        String protocol = handOver("fourth.director", heir);
        assertThat(told(protocol, Locale.ENGLISH))
                .containsPattern("Late or silent buyers</bdi></td><td[^>]*><bdi>Fifth Director<")
                .as("what the heir gave himself went back and is not his")
                .containsPattern("Overdue money</bdi></td><td[^>]*><bdi>given back: it had come from Fifth Director<");
        assertThat(told(protocol, Locale.SIMPLIFIED_CHINESE))
                .as("everybody reads it in the own language")
                .contains("逾期", "已退回：原由 Fifth Director 交办")
                .doesNotContain("Overdue money", "given back");

        assertThat(cast.as(heir, () -> desk.today().asked())).hasSize(1);
        assertThat(waitingFor(heir)).as("nobody is asked by oneself").contains("overdue H1");
        assertThat(waitingFor(cast.director())).doesNotContain("late-in-rhythm Q1");
        Today.Away away = cast.as(cast.director(), () -> desk.today().away().getFirst());
        assertThat(away.handed()).isNotNull();
        assertThat(away.handed().to()).isEqualTo("Fifth Director");
    }

    @Test
    void what_is_about_an_account_that_the_heir_does_not_see_goes_back_and_the_protocol_says_so() throws Exception {
        User leaver = cast.another("sixth.director", "Sixth Director", Role.DIRECTOR);
        hand(cast.director(), "late-in-rhythm", "Q1", leaver.name(), "");

        assertThat(told(handOver("sixth.director", cast.keyAccountManager()), Locale.ENGLISH))
                .contains("given back: " + cast.keyAccountManager().fullName() + " does not see the account");
        assertThat(waitingFor(cast.director())).contains("late-in-rhythm Q1");
    }

    @Test
    void who_takes_over_has_days_of_the_own_before_it_counts_as_left_lying() throws Exception {
        User leaver = cast.another("seventh.director", "Seventh Director", Role.DIRECTOR);
        User heir = cast.another("eighth.director", "Eighth Director", Role.DIRECTOR);
        hand(cast.director(), "late-in-rhythm", "Q1", leaver.name(), "");
        clock.advance(LeftEntries.LEFT.minusDays(1));
        handOver("seventh.director", heir);

        clock.advance(Duration.ofDays(2));
        assertThat(board()).contains("Observed drops: 0");
        assertThat(waitingFor(cast.director())).doesNotContain("late-in-rhythm Q1");
        clock.advance(LeftEntries.LEFT);
        assertThat(board()).contains("Observed drops: 1");
    }

    @Test
    void what_is_about_an_account_that_is_there_no_more_goes_back() throws Exception {
        User leaver = cast.another("ninth.director", "Ninth Director", Role.DIRECTOR);
        hand(cast.director(), "late-in-rhythm", "Q1", leaver.name(), "");
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update workbench.handed set account_code = 'MERGED' where closed_at is null");

        assertThat(told(handOver("ninth.director", cast.keyAccountManager()), Locale.ENGLISH))
                .contains("given back: " + cast.keyAccountManager().fullName() + " does not see the account");
    }

    /// @return address of the protocol
    private String handOver(String leaver, User heir) throws Exception {
        return Objects.requireNonNull(web.perform(post("/team/leaving/" + leaver)
                        .param("reason", "leaves")
                        .param("heir-handed", "" + heir.id())
                        .with(cast.signedIn(cast.administrator())))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private String told(String address, Locale language) throws Exception {
        return web.perform(get(address).locale(language).with(cast.signedIn(cast.administrator())))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void nobody_else_passes_on_what_was_given_to_a_colleague() {
        for (String call : List.of(
                "select count(*) from workbench.held_by(1)",
                "select workbench.pass_on(1, null, '{}'::bigint[])::text")) {
            assertThatThrownBy(() ->
                            sql.run(cast.keyAccountManager(), "do $$ begin perform * from (" + call + ") x; end $$"))
                    .hasStackTraceContaining("only directors and administrators");
        }
    }
}
