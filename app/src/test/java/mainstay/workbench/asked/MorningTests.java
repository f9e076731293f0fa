package mainstay.workbench.asked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import mainstay.workbench.TodayLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Story
class MorningTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    StandingClock clock;

    @Autowired
    Mornings mornings;

    @Autowired
    UserDesk users;

    @Autowired
    TeamDesk team;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void a_small_ledger() {
        clock.reset();
        TodayLedger.fill();
        cast.director();
        cast.controller();
        cast.keyAccountManager();
    }

    private void look() {
        Acting.run(Actor.itself(), mornings::look);
    }

    private TeamLine lineOf(User user) {
        return cast.as(cast.director(), () -> team.lines()).stream()
                .filter(line -> line.name().equals(user.name()))
                .findFirst()
                .orElseThrow();
    }

    private void answer(User user, String what, String rule, String subject) throws Exception {
        web.perform(post("/today/" + what)
                        .param("rule", rule)
                        .param("subject", subject)
                        .param("days", "7")
                        .param("reason", "on Friday")
                        .with(cast.signedIn(user)))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void a_director_sees_how_much_waits_for_whom_and_not_what_it_says() throws Exception {
        look();

        assertThat(lineOf(cast.director()).waiting()).isEqualTo(4);
        assertThat(lineOf(cast.director()).urgent()).isEqualTo(1);
        assertThat(lineOf(cast.controller()).waiting()).isEqualTo(2);
        assertThat(lineOf(cast.controller()).money()).isEqualTo(9_000_000 + 5_000_000L);
        assertThat(lineOf(cast.keyAccountManager()).waiting()).isZero();
        web.perform(get("/today/team?person=" + cast.controller().name())
                        .locale(Locale.ENGLISH)
                        .with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("Overdue money")))
                .andExpect(content().string(not(containsString("Harbour"))));
        web.perform(get("/today/team").with(cast.signedIn(cast.controller()))).andExpect(status().isForbidden());
    }

    @Test
    void what_came_of_a_rule_is_counted() throws Exception {
        look();
        answer(cast.director(), "completions", "overdue", "H1");
        answer(cast.director(), "snoozes", "loss-maker", "H1");
        clock.advance(Duration.ofDays(1));
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update portfolio.standing set rhythm = 'onTime' where account_id = 2");
        look();

        assertThat(rows(cast.director(), "user_id = " + cast.director().id()))
                .containsExactlyInAnyOrder(
                        "overdue H1 done",
                        "late-in-rhythm Q1 waiting facts",
                        "loss-maker H1 putOff",
                        "account-without-manager * waiting");
        TeamLine line = lineOf(cast.director());
        assertThat(List.of(line.waiting(), line.putOff(), line.done(), line.settled()))
                .containsExactly(1L, 1L, 1L, 1L);
        web.perform(get("/settings/today").locale(Locale.ENGLISH).with(cast.signedIn(cast.director())))
                .andExpect(status().isOk());
    }

    @Test
    void what_was_done_and_asks_again_is_a_new_case() throws Exception {
        look();
        answer(cast.director(), "completions", "overdue", "H1");
        clock.advance(Duration.ofDays(1));
        look();
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update ledger.receivable set amount = 9000000 where number = 'R1'");
        clock.advance(Duration.ofDays(1));
        look();

        assertThat(rows(
                        cast.director(),
                        "rule = 'overdue' and user_id = " + cast.director().id()))
                .containsExactly("overdue H1 done answered", "overdue H1 waiting");
        assertThat(lineOf(cast.director()).done()).isEqualTo(1);
    }

    @Test
    void what_was_done_long_ago_is_no_work_of_these_thirty_days() throws Exception {
        look();
        answer(cast.director(), "completions", "overdue", "H1");
        nextMorning(1);
        nextMorning(29);
        assertThat(lineOf(cast.director()).done()).isEqualTo(1);
        nextMorning(1);
        assertThat(lineOf(cast.director()).done()).as("though it is away still").isZero();
        nextMorning(90);
        assertThat(lineOf(cast.director()).done()).isZero();
    }

    private void nextMorning(int days) {
        clock.advance(Duration.ofDays(days));
        look();
    }

    @Test
    void what_slips_down_a_long_list_was_not_settled() {
        TodayLedger.debtors(1, 19);
        look();
        TodayLedger.debtors(20, 30);
        nextMorning(1);

        String mine = "rule = 'overdue' and user_id = " + cast.director().id();
        assertThat(rows(cast.director(), mine)).contains("overdue N1 waiting").noneMatch(row -> row.endsWith("facts"));
        assertThat(lineOf(cast.director()).settled()).isZero();
        TestServer.executeAt(StoryDatabase.ownerUrl(), "delete from ledger.receivable where number = 'N1'");
        nextMorning(1);
        assertThat(rows(cast.director(), mine)).contains("overdue N1 waiting facts");
        assertThat(lineOf(cast.director()).settled()).isEqualTo(1);
    }

    @Test
    void what_the_firm_wants_to_hear_of_no_longer_was_not_settled() {
        look();
        TestServer.executeAt(StoryDatabase.ownerUrl(), """
                insert into workbench.rule_setting (rule, is_on, least, revision, changed_by, changed_at)
                values ('loss-maker', false, null, 1, 'x', now()), ('overdue', true, 2500001, 1, 'x', now())
                """);
        nextMorning(1);

        assertThat(rows(cast.director(), "user_id = " + cast.director().id()))
                .contains("loss-maker H1 waiting ruleOff", "overdue H1 waiting ruleOff");
        assertThat(lineOf(cast.director()).settled()).isZero();
    }

    @Test
    void what_a_colleague_did_is_done_and_was_not_settled() throws Exception {
        handToController();
        look();
        String handed = rows(cast.director(), "rule = 'handed'").getFirst().replaceAll("\\D", "");
        answer(cast.controller(), "completions", "handed", handed);
        nextMorning(1);

        assertThat(rows(cast.director(), "rule = 'handed'")).containsExactly("handed " + handed + " waiting answered");
        assertThat(lineOf(cast.controller()).settled()).isZero();
        assertThat(lineOf(cast.controller()).done()).isEqualTo(1);
    }

    private void handToController() throws Exception {
        web.perform(post("/today/handings")
                        .param("rule", "late-in-rhythm")
                        .param("subject", "Q1")
                        .param("to", cast.controller().name())
                        .with(cast.signedIn(cast.director())))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void what_is_told_within_only_is_not_told_of_others() throws Exception {
        look();
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), """
                insert into workbench.asked (user_id, rule, subject, urgency, state, first_on, last_on)
                values (%d, 'energy-alarm', 'li', 3, 'waiting', '2026-11-16', '2026-11-16')
                """.formatted(cast.controller().id()));

        for (User reader : List.of(cast.administrator(), cast.director())) {
            assertThat(lineOf(cast.controller()).waiting()).isEqualTo(2);
            web.perform(get("/today/team?person=" + cast.controller().name())
                            .locale(Locale.ENGLISH)
                            .with(cast.signedIn(reader)))
                    .andExpect(content().string(containsString("Overdue money")))
                    .andExpect(content().string(not(containsString("Too much time among ourselves"))));
        }
    }

    @Test
    void nobody_looks_before_five_or_twice_a_day() {
        clock.setTo(clock.instant()
                .atZone(clock.getZone())
                .withHour(4)
                .withMinute(59)
                .toInstant());
        look();
        assertThat(cast.as(cast.director(), () -> team.day())).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        look();
        TestServer.executeAt(StoryDatabase.ownerUrl(), "delete from ledger.receivable");
        look();
        assertThat(lineOf(cast.controller()).waiting()).isEqualTo(2);
    }

    @Test
    void lists_of_others_are_not_read_by_plain_sql() {
        look();
        assertThat(rows(cast.director(), "user_id <> " + cast.director().id())).isNotEmpty();
        for (User user : List.of(cast.controller(), cast.keyAccountManager())) {
            assertThat(cast.as(
                            user,
                            () -> database.sql("select count(*) from workbench.asked where user_id <> :user")
                                    .param("user", user.id())
                                    .query(Long.class)
                                    .single()))
                    .isZero();
        }
    }

    /// By plain SQL, as a request of somebody would ask.
    private List<String> rows(User user, String condition) {
        return cast.as(
                user,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> database.sql("""
                        select a.rule || ' ' || a.subject || ' ' || a.state || coalesce(' ' || a.ending, '')
                        from workbench.asked a where %s order by a.id
                        """.formatted(condition))
                                .query(String.class)
                                .list()));
    }

    @Test
    void nobody_asks_who_left_and_an_empty_morning_says_why() throws Exception {
        User leaver = cast.another("zou", "Zou Leaver", Role.DIRECTOR);
        look();
        assertThat(rows(cast.director(), "user_id = " + leaver.id())).isNotEmpty();
        cast.as(cast.administrator(), () -> users.disable(leaver.id()));
        clock.advance(Duration.ofDays(1));
        look();
        assertThat(rows(cast.director(), "user_id = " + leaver.id()))
                .isNotEmpty()
                .allMatch(row -> row.endsWith(" waiting gone"));

        TestServer.executeAt(StoryDatabase.ownerUrl(), "delete from workbench.asked");
        web.perform(get("/today/team").locale(Locale.ENGLISH).with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("nothing waited for anybody")));
    }
}
