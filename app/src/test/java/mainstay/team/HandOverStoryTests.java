package mainstay.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mainstay.accounts.AccountCard;
import mainstay.accounts.people.PersonBench;
import mainstay.dossier.Archive;
import mainstay.dossier.custody.LoanBench;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.planning.Written;
import mainstay.planning.plan.PlanStart;
import mainstay.planning.work.WorkItemDesk;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Who leaves hands over all at once, and a protocol is kept.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandOverStoryTests {

    @Autowired
    TeamBench bench;

    @Autowired
    Archive archive;

    @Autowired
    LoanBench loans;

    @Autowired
    PersonBench sql;

    @Autowired
    PlanStart plans;

    @Autowired
    WorkItemDesk items;

    @Autowired
    Cast cast;

    @Autowired
    MockMvc web;

    private long count(String query) {
        return sql.count(cast.director(), query);
    }

    @Test
    void all_of_it_passes_on_together_with_a_protocol_or_nothing_does() throws Exception {
        archive.accounts("H1", "H2");
        User leaver = cast.another("he", "何经理", Role.KAM);
        User heir = cast.another("hu", "胡经理", Role.KAM);
        bench.send(
                        cast.director(),
                        post("/accounts/assignments")
                                .param("account", "" + bench.card("H1").id())
                                .param("to", "user:" + leaver.id())
                                .param("mark", mark("H1")))
                .andExpect(status().is3xxRedirection());
        bench.give("H1", "orders", leaver, "accountable");
        bench.give("H2", "credit", leaver, "consulted");
        bench.join("H2", TeamBench.form(leaver, "sponsor", "20", "2026-01-01", ""));
        loans.name(archive.card("H2"), leaver, cast.director());
        bench.send(cast.director(), post("/team/coverage/pool").param("user", "" + leaver.id()))
                .andExpect(status().is3xxRedirection());

        assertThat(bench.page(cast.director(), "/team/leaving/he"))
                .contains(
                        "Accounts managed (1)",
                        "Duties (2)",
                        "The long tail (1)",
                        "Archives (1)",
                        "Accountable for 1 duty; 1 account has one of them or is managed");
        bench.send(
                        cast.director(),
                        post("/team/leaving/he").param("reason", "leaves").param("heir-accounts", "" + heir.id()))
                .andExpect(status().isUnprocessableContent());
        assertThat(count("select count(*) from accounts.pub_account where manager_id = " + leaver.id()))
                .isEqualTo(1);

        String protocol = Objects.requireNonNull(bench.send(
                        cast.director(),
                        post("/team/leaving/he")
                                .param("reason", "leaves the firm")
                                .param("heir-accounts", "" + heir.id())
                                .param("heir-memberships", "" + cast.director().id())
                                .param("heir-duties", "" + heir.id())
                                .param("heir-pools", "" + heir.id())
                                .param("heir-archives", "" + heir.id()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        assertThat(bench.page(cast.director(), protocol))
                .contains("胡经理", "H1", "H2", "Daily orders: Accountable", "leaves the firm");
        assertThat(count("select count(*) from accounts.pub_account where manager_id = " + heir.id()))
                .isEqualTo(1);
        assertThat(count("select count(*) from team.duty where until is null and user_id = " + heir.id()))
                .isEqualTo(2);
        assertThat(count("select count(*) from team.duty where until is null and user_id = " + leaver.id()))
                .isZero();
        assertThat(count("select count(*) from team.pool where until is null and user_id = " + heir.id()))
                .isEqualTo(1);
        assertThat(count("select count(*) from dossier.custody where until is null and user_id = " + heir.id()))
                .isEqualTo(1);
        assertThat(count("select count(*) from team.member where until_day is null and role = 'sponsor' and user_id = "
                        + cast.director().id()))
                .isEqualTo(1);
        assertThat(bench.page(cast.director(), "/team/leaving/he")).contains("has nothing left to hand over");
        bench.send(heir, get(protocol)).andExpect(status().isForbidden());
        assertThat(sql.count(heir, "select count(*) from team.handover")).isZero();
    }

    /// Whom a form offers as heirs of a kind.
    private static String offered(String page, String kind) {
        Matcher choice = Pattern.compile("(?s)<select[^>]*id=\"heir-" + kind + "\".*?</select>")
                .matcher(page);
        assertThat(choice.find()).as(kind).isTrue();
        return choice.group();
    }

    @Test
    void of_each_kind_only_those_are_offered_who_can_take_it() throws Exception {
        archive.accounts("HW");
        User leaver = cast.another("hei", "黑经理", Role.KAM);
        User agent = cast.another("hou", "侯客服", Role.AGENT);
        bench.send(
                        cast.director(),
                        post("/accounts/assignments")
                                .param("account", "" + bench.card("HW").id())
                                .param("to", "user:" + leaver.id())
                                .param("mark", mark("HW")))
                .andExpect(status().is3xxRedirection());
        bench.give("HW", "orders", leaver, "accountable");
        bench.join("HW", TeamBench.form(agent, "assistant", "", "2026-01-01", ""));
        bench.join("HW", TeamBench.form(leaver, "assistant", "", "2026-01-01", ""));
        loans.name(archive.card("HW"), leaver, cast.director());

        String page = bench.page(cast.director(), "/team/leaving/hei");
        assertThat(offered(page, "accounts"))
                .contains(cast.director().fullName())
                .doesNotContain("侯客服", cast.controller().fullName());
        assertThat(offered(page, "duties")).contains("侯客服");
        assertThat(offered(page, "archives"))
                .as("nobody gives an archive to oneself")
                .contains("侯客服")
                .doesNotContain(cast.director().fullName());
        assertThat(page).contains("Key account managers and sales directors look after accounts");

        assertThat(bench.send(
                                cast.director(),
                                post("/team/leaving/hei")
                                        .param("reason", "goes to <sea>")
                                        .param("heir-accounts", "" + agent.id())
                                        .param("heir-archives", "" + agent.id())
                                        .param("heir-duties", "" + agent.id()))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("侯客服 cannot take this over", "value=\"goes to &lt;sea>\"")
                .doesNotContain("has left");

        String protocol = Objects.requireNonNull(bench.send(
                        cast.director(),
                        post("/team/leaving/hei")
                                .param("reason", "leaves")
                                .param("heir-accounts", "" + cast.director().id())
                                .param("heir-archives", "" + agent.id())
                                .param("heir-memberships", "" + agent.id())
                                .param("heir-duties", "" + agent.id()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        assertThat(bench.page(cast.director(), protocol)).contains("侯客服, who had it already");
        assertThat(web.perform(get(protocol).locale(Locale.SIMPLIFIED_CHINESE).with(cast.signedIn(cast.director())))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("日常订单：负总责", "侯客服，原已拥有")
                .doesNotContain("Daily orders");
    }

    @Test
    void duties_in_a_retired_field_end_and_what_the_heir_does_already_stays_as_it_is() throws Exception {
        archive.accounts("H3");
        User leaver = cast.another("hong", "洪工", Role.KAM);
        User heir = cast.another("huo", "霍工", Role.KAM);
        bench.give("H3", "samples", leaver, "accountable");
        bench.give("H3", "visits", leaver, "responsible");
        bench.give("H3", "visits", heir, "responsible");
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update team.duty set turn = 2 where until is null and user_id = " + heir.id(),
                "update team.field set retired_at = now() where code = 'samples'");
        assertThat(bench.page(cast.director(), "/accounts/H3/team")).contains("Samples");

        bench.send(
                        cast.director(),
                        post("/team/leaving/hong").param("reason", "leaves").param("heir-duties", "" + heir.id()))
                .andExpect(status().is3xxRedirection());

        assertThat(count("select count(*) from team.duty where until is null and user_id = " + leaver.id()))
                .isZero();
        assertThat(count("select turn from team.duty where until is null and user_id = " + heir.id()))
                .isEqualTo(2);
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update team.field set retired_at = null where code = 'samples'");
    }

    @Test
    void work_of_plans_passes_on_to_somebody_who_finds_it() throws Exception {
        archive.accounts("H4");
        User leaver = cast.another("luo", "罗经理", Role.KAM);
        User heir = cast.another("lv", "吕经理", Role.KAM);
        archive.grant("H4", leaver, Level.FULL);
        long plan = plan("H4");
        work(plan, "Bring the samples", leaver, cast.director(), "open");
        work(plan, "Call the warehouse", cast.director(), leaver, "doing");
        work(plan, "Send the list", leaver, leaver, "done");

        assertThat(bench.page(cast.director(), "/team/leaving/luo"))
                .contains(
                        "Work of plans (2)", "Bring the samples", ": does it", "Call the warehouse", ": answers for it")
                .doesNotContain("Send the list");
        assertThat(bench.send(cast.director(), leaving("luo", heir))
                        .andExpect(status().is4xxClientError())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("<a href=\"#heir-work\">Work of plans</a>: 吕经理 does not see", "would not find");
        assertThat(open(leaver)).isEqualTo(2);

        archive.grant("H4", heir, Level.BUSINESS);
        bench.send(cast.director(), leaving("luo", heir)).andExpect(status().is3xxRedirection());
        assertThat(open(leaver)).isZero();
        assertThat(open(heir)).isEqualTo(2);
        assertThat(count("select count(*) from planning.work_item where state = 'done' and responsible_id = "
                        + leaver.id()))
                .isEqualTo(1);
    }

    private static MockHttpServletRequestBuilder leaving(String name, User heir) {
        return post("/team/leaving/" + name).param("reason", "leaves the firm").param("heir-work", "" + heir.id());
    }

    private long open(User person) {
        return count("""
                select count(*) from planning.work_item
                where state in ('open', 'doing') and (responsible_id = %1$d or accountable_id = %1$d)
                """.formatted(person.id()));
    }

    private long plan(String code) {
        Written form = Written.fresh(
                Map.of("playbook", "empty", "title", "Plan", "periodFrom", "2026-01-01", "periodTo", "2026-12-31"));
        AccountCard account = archive.card(code);
        return Acting.asOperator(
                () -> plans.start(account, form, Locale.ENGLISH).orElseThrow());
    }

    private void work(long plan, String title, User responsible, User accountable, String state) {
        Written form = Written.fresh(Map.of(
                "title",
                title,
                "form",
                "visit",
                "state",
                state,
                "startsOn",
                "2026-11-01",
                "dueOn",
                "2026-11-20",
                "standard",
                "seen",
                "responsible",
                "" + responsible.id(),
                "accountable",
                "" + accountable.id()));
        assertThat(Acting.asOperator(() -> items.add(plan, form))).isPresent();
    }

    /// Of the preview that is agreed to.
    private String mark(String code) throws Exception {
        String page = bench.page(
                cast.director(),
                "/accounts/assignments/new?account=" + bench.card(code).id());
        return page.replaceAll("(?s).*name=\"mark\" value=\"(-?\\d+)\".*", "$1");
    }

    @Test
    void a_membership_that_has_not_begun_never_does_and_the_heir_begins_instead() throws Exception {
        archive.accounts("H5", "H6");
        User leaver = cast.another("lei", "雷工", Role.KAM);
        User heir = cast.another("lin", "林工", Role.KAM);
        bench.join("H5", TeamBench.form(leaver, "specialist", "20", "2026-12-01", "2027-03-31"));
        bench.join("H6", TeamBench.form(leaver, "assistant", "", "2026-01-01", ""));

        bench.send(
                        cast.director(),
                        post("/team/leaving/lei").param("reason", "leaves").param("heir-memberships", "" + heir.id()))
                .andExpect(status().is3xxRedirection());

        assertThat(count("select count(*) from team.member where user_id = " + leaver.id()))
                .as("what began ended, what did not is gone")
                .isEqualTo(1);
        assertThat(count("select count(*) from identity.account_grant where starts_at > '2026-11-17' and user_id = "
                        + leaver.id()))
                .isZero();
        assertThat(count("""
                        select count(*) from team.member where from_day = '2026-12-01' and until_day = '2027-03-31' and user_id = %d
                        """.formatted(heir.id()))).isEqualTo(1);
        assertThat(bench.page(cast.director(), "/team/leaving/lei")).contains("has nothing left to hand over");
        assertThat(sql.run(cast.director(), "delete from team.member where from_day <= '2026-11-16'"))
                .as("what has begun is not deleted")
                .isZero();
        assertThat(sql.run(heir, "delete from team.member")).isZero();
    }

    @Test
    void of_two_who_hand_over_at_once_the_second_finds_nothing_left() throws Exception {
        archive.accounts("HT");
        User leaver = cast.another("twice", "祁经理", Role.KAM);
        User one = cast.another("heirone", "甲经理", Role.KAM);
        User other = cast.another("heirother", "乙经理", Role.KAM);
        bench.give("HT", "orders", leaver, "accountable");
        CyclicBarrier both = new CyclicBarrier(2);
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> asked = Stream.of(one, other)
                    .map(heir -> people.submit(() -> {
                        both.await();
                        return bench.send(
                                        cast.director(),
                                        post("/team/leaving/twice")
                                                .param("reason", "leaves")
                                                .param("heir-duties", "" + heir.id()))
                                .andReturn()
                                .getResponse()
                                .getStatus();
                    }))
                    .toList();
            for (Future<Integer> answer : asked) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).containsExactlyInAnyOrder(302, 422);
        assertThat(count("select count(*) from team.handover where user_id = " + leaver.id()))
                .isEqualTo(1);
    }
}
