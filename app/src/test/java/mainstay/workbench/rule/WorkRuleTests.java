package mainstay.workbench.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import mainstay.identity.User;
import mainstay.shared.WorkSource;
import mainstay.shared.web.Flash;
import mainstay.shared.web.Texts;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import mainstay.workbench.TodayDesk;
import mainstay.workbench.TodayLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Story
class WorkRuleTests {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    StandingClock clock;

    @Autowired
    TodayDesk desk;

    @Autowired
    List<WorkSource> sources;

    @Autowired
    RuleDesk settings;

    @Autowired
    Texts texts;

    @Autowired
    PlatformTransactionManager transactions;

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

    private ResultActions settle(User user, String rule, String on, String least, int revision) throws Exception {
        return web.perform(post("/settings/today/" + rule)
                .param("on", on)
                .param("least", least)
                .param("revision", String.valueOf(revision))
                .locale(Locale.ENGLISH)
                .with(cast.signedIn(user)));
    }

    @Test
    void a_rule_that_is_off_asks_nobody() throws Exception {
        settle(cast.director(), "loss-maker", "", "", 0).andExpect(status().is3xxRedirection());

        assertThat(waitingFor(cast.director())).doesNotContain("loss-maker H1").contains("overdue H1");
        settle(cast.director(), "loss-maker", "yes", "", 1);
        assertThat(waitingFor(cast.director())).contains("loss-maker H1");
    }

    @Test
    void a_rule_speaks_from_an_amount_on_and_where_nobody_knows_it() throws Exception {
        settle(cast.administrator(), "overdue", "yes", "250", 0);
        assertThat(waitingFor(cast.director())).contains("overdue H1");

        settle(cast.administrator(), "overdue", "yes", "250.01", 1);
        assertThat(waitingFor(cast.director())).doesNotContain("overdue H1");
    }

    @Test
    void the_second_writer_is_told_and_nonsense_is_refused_at_the_field() throws Exception {
        settle(cast.director(), "overdue", "yes", "1,000", 0);
        settle(cast.administrator(), "overdue", "", "", 0)
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attribute("flash", new Flash("warning", "rules.overtaken", List.of())));
        assertThat(cast.as(cast.director(), () -> desk.today().entries())).isNotEmpty();
        web.perform(get("/settings/today").locale(Locale.ENGLISH).with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("value=\"1000\"")));

        for (String nonsense : List.of("-1", "many", "1e9", "99999999999999")) {
            settle(cast.director(), "overdue", "yes", nonsense, 1)
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("Write an amount from 0 on")));
        }
        settle(cast.director(), "no-such-rule", "yes", "", 0).andExpect(status().isNotFound());
        for (User other : List.of(cast.controller(), cast.keyAccountManager(), cast.viewer())) {
            settle(other, "overdue", "", "", 1).andExpect(status().isForbidden());
        }
    }

    @Test
    void every_rule_has_a_name_and_every_entry_a_rule() {
        List<String> rules =
                sources.stream().flatMap(source -> source.rules().stream()).toList();
        assertThat(rules)
                .doesNotHaveDuplicates()
                .allSatisfy(rule ->
                        assertThat(texts.has("work.rule." + rule)).as(rule).isTrue());
        List<String> speaking = new ArrayList<>();
        for (WorkSource source : sources) {
            List<String> said =
                    saidBy(source).stream().map(WorkSource.Work::rule).toList();
            assertThat(source.rules()).containsAll(said);
            speaking.addAll(said);
        }
        assertThat(speaking).contains("overdue", "late-in-rhythm", "loss-maker", "account-without-manager");
    }

    /// Outside a transaction nobody is signed in at the database, and every rule is silent.
    private List<WorkSource.Work> saidBy(WorkSource source) {
        return cast.as(
                cast.director(),
                () -> Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> source.work())));
    }

    @Test
    void every_rule_stands_in_the_definition_in_both_languages() throws IOException {
        String[] rules =
                sources.stream().flatMap(source -> source.rules().stream()).toArray(String[]::new);
        for (String page : List.of("today.md", "zh-CN/today.md")) {
            String text = Files.readString(Path.of("../docs/definitions").resolve(page));
            assertThat(text.lines()
                            .filter(line -> line.startsWith("| `"))
                            .map(line -> line.substring(0, line.indexOf('|', 1)))
                            .flatMap(cell -> CODE.matcher(cell).results())
                            .map(code -> code.group(1)))
                    .as(page)
                    .containsExactlyInAnyOrder(rules);
        }
    }

    @Test
    void only_what_no_rule_finds_any_more_is_settled_by_the_facts() {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), """
                insert into workbench.asked (user_id, rule, subject, urgency, state, first_on, last_on, ended_on, ending)
                select %d, 'overdue', ending, 1, 'waiting', date '2026-11-10', date '2026-11-10', date '2026-11-11', ending
                from unnest(array['facts', 'ruleOff', 'gone', 'answered']) ending
                """.formatted(cast.director().id()));

        assertThat(cast.as(cast.director(), settings::records).get("overdue"))
                .isEqualTo(new RuleRecord("overdue", 4, 0, 0, 0, 1, 0));
    }
}
