package mainstay.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import mainstay.accounts.MergeBench;
import mainstay.accounts.people.PersonBench;
import mainstay.dossier.Archive;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.shared.WorkSource;
import mainstay.shared.web.Flash;
import mainstay.shared.web.Texts;
import mainstay.team.duty.Coverage;
import mainstay.team.duty.CoverageBoard;
import mainstay.team.duty.Gap;
import mainstay.testing.Cast;
import mainstay.testing.Rival;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;

/// What nobody answers for, or two do, is found, told and closed.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoverageStoryTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    @Autowired
    TeamBench bench;

    @Autowired
    Archive archive;

    @Autowired
    PersonBench sql;

    @Autowired
    MergeBench merges;

    @Autowired
    CoverageBoard board;

    @Autowired
    List<WorkSource> sources;

    @Autowired
    UserDesk users;

    @Autowired
    Texts texts;

    @Autowired
    Cast cast;

    private User manager;

    @BeforeAll
    void people() {
        archive.accounts("C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8");
        manager = cast.another("cai", "蔡经理", Role.KAM);
    }

    private static List<String> kinds(List<Gap> gaps) {
        return gaps.stream().map(Gap::kind).toList();
    }

    @Test
    void a_gap_is_closed_on_the_board_by_naming_somebody() throws Exception {
        bench.cover("C1", manager);
        assertThat(bench.gaps("C1")).isEmpty();
        long duty = sql.count(cast.director(), """
                select d.id from team.duty d where d.part = 'accountable' and d.until is null
                  and d.account_id = %d and d.field_id = %d""".formatted(bench.card("C1").id(), bench.field("complaints")));
        bench.send(cast.director(), post("/accounts/C1/team/duties/{id}/end", duty))
                .andExpect(redirectedUrl("/accounts/C1/team"));

        assertThat(bench.page(cast.director(), "/team/coverage?kind=nobody"))
                .contains("C1", "Complaints", "Nobody since");
        assertThat(work(cast.director())).contains("C1/nobody");
        bench.send(
                        cast.director(),
                        post("/team/coverage/assignments")
                                .param("account", "C1")
                                .param("field", "" + bench.field("complaints"))
                                .param("kind", "nobody")
                                .param("user", "" + manager.id()))
                .andExpect(redirectedUrl("/team/coverage?kind=nobody"))
                .andDo(done ->
                        assertThat(told(done)).isEqualTo("C1: fields of work with somebody accountable now: 1."));
        assertThat(bench.gaps("C1")).isEmpty();
        assertThat(work(cast.director())).doesNotContain("C1/nobody");
        assertThat(bench.page(cast.director(), "/accounts/C1/timeline"))
                .contains("蔡经理: Complaints, Accountable from now on.");
        assertThat(bench.page(cast.director(), "/team/coverage/map")).contains("C1", "蔡经理");
    }

    /// What the next page says, whose arguments are texts by then.
    private String told(MvcResult done) {
        Flash flash = (Flash) Objects.requireNonNull(done.getFlashMap().get("flash"));
        return texts.get(Texts.ENGLISH, flash.key(), flash.arguments().toArray());
    }

    private List<String> work(User user) {
        return cast.as(
                user,
                () -> sources.stream()
                        .flatMap(source -> source.work().stream())
                        .filter(entry -> entry.rule().equals("coverage-gap"))
                        .map(WorkSource.Work::subject)
                        .toList());
    }

    @Test
    void who_is_away_without_a_deputy_leaves_a_gap_and_one_with_a_deputy_does_not() throws Exception {
        User alone = cast.another("cao", "曹工", Role.KAM);
        User covered = cast.another("cen", "岑工", Role.KAM);
        User here = cast.another("chai", "柴工", Role.KAM);
        bench.cover("C2", alone);
        bench.away(alone, TODAY.minusDays(3), TODAY.plusDays(3), alone);
        assertThat(bench.gaps("C2")).singleElement().satisfies(gap -> {
            assertThat(gap.kind()).isEqualTo(Gap.AWAY);
            assertThat(gap.person()).isEqualTo("曹工");
            assertThat(gap.since()).isEqualTo(TODAY.minusDays(3));
            assertThat(gap.fields()).isEqualTo(14);
        });
        // The deputy at this account stands in here.
        sql.run(cast.director(), """
                insert into team.member (account_id, user_id, function, role, deputy_id, from_day, recorded_by, recorded_at)
                values (%d, %d, 'support', 'specialist', %d, '2026-01-01', 'x', now())""".formatted(bench.card("C2").id(), alone.id(), here.id()));
        assertThat(bench.gaps("C2")).isEmpty();
        assertThat(bench.page(cast.director(), "/team/coverage/map"))
                .containsPattern("曹工</bdi><br><span class=\"tag tag-muted\">away, deputy acts<")
                .doesNotContain("曹工</bdi><br><span class=\"tag tag-bad\">");

        bench.cover("C3", covered);
        bench.away(covered, TODAY, TODAY, here);
        assertThat(bench.gaps("C3")).isEmpty();
    }

    @Test
    void who_left_is_told_and_two_who_act_without_an_order_too() throws Exception {
        User leaver = cast.another("chang", "常工", Role.KAM);
        User other = cast.another("che", "车工", Role.KAM);
        bench.cover("C4", leaver);
        bench.give("C4", "orders", manager, "responsible");
        bench.give("C4", "orders", other, "responsible");
        bench.join("C4", TeamBench.form(manager, "specialist", "", "2026-01-01", ""));
        bench.join("C4", TeamBench.form(other, "specialist", "", "2026-01-01", ""));
        assertThat(bench.gaps("C4")).singleElement().satisfies(gap -> {
            assertThat(gap.kind()).isEqualTo(Gap.OVERLAP);
            assertThat(gap.sameFunction()).isEqualTo("support");
        });
        bench.send(
                        cast.director(),
                        post("/team/coverage/order")
                                .param("account", "C4")
                                .param("field", "" + bench.field("orders"))
                                .param("first", "" + other.id())
                                .param("second", "" + manager.id()))
                .andExpect(redirectedUrl("/team/coverage"));
        assertThat(bench.gaps("C4")).isEmpty();

        cast.as(cast.administrator(), () -> users.disable(leaver.id()));
        assertThat(kinds(bench.gaps("C4"))).containsExactly(Gap.GONE);
        bench.send(
                        cast.director(),
                        post("/team/coverage/assignments")
                                .param("account", "C4")
                                .param("field", "" + bench.field("orders"))
                                .param("user", "" + leaver.id())
                                .param("instead", "" + leaver.id()))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void whoever_looked_at_an_old_board_is_told_who_was_named_meanwhile() throws Exception {
        bench.cover("C5", manager);
        String answer = bench.send(
                        cast.director(),
                        post("/team/coverage/assignments")
                                .param("account", "C5")
                                .param("field", "" + bench.field("orders"))
                                .param("user", "" + cast.director().id()))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(answer).contains("Meanwhile 蔡经理 has become accountable");
    }

    @Test
    void two_accountables_at_once_are_refused_by_the_database() throws Exception {
        String insert = """
                insert into team.duty (account_id, field_id, user_id, part, since, recorded_by)
                values (%d, %d, %d, 'accountable', '2026-11-01', 'x')""";
        long account = bench.card("C6").id();
        int field = bench.field("orders");
        try (Rival first = Rival.open();
                Connection two = DriverManager.getConnection(StoryDatabase.ownerUrl());
                Statement second = two.createStatement()) {
            first.run(insert.formatted(account, field, manager.id()));
            CompletableFuture<String> slower = CompletableFuture.supplyAsync(() -> {
                try {
                    second.execute(
                            insert.formatted(account, field, cast.director().id()));
                    return "taken";
                } catch (SQLException refused) {
                    return String.valueOf(refused.getSQLState());
                }
            });
            assertThat(first.isWaitedFor(slower)).isTrue();
            first.commit();
            assertThat(slower.join()).isEqualTo("23P01");
        }
        assertThatThrownBy(
                        () -> sql.run(manager, insert.formatted(bench.card("C7").id(), field, manager.id())))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void a_merge_carries_members_and_duties_and_undoing_it_brings_them_back() throws Exception {
        User other = cast.another("chen", "陈工", Role.KAM);
        archive.accounts("CM1", "CM2");
        bench.cover("CM1", manager);
        bench.give("CM2", "orders", other, "accountable");
        bench.give("CM2", "visits", other, "responsible");
        bench.join("CM1", TeamBench.form(manager, "sponsor", "", "2026-01-01", ""));
        bench.join("CM2", TeamBench.form(other, "sponsor", "", "2026-01-01", ""));
        bench.join("CM2", TeamBench.form(other, "specialist", "", "2026-01-01", ""));
        long survivor = bench.card("CM1").id();
        long merged = bench.card("CM2").id();

        long merge = merges.merge("CM1", "CM2").orElseThrow();
        assertThat(standing("duty", survivor)).isEqualTo(15);
        assertThat(standing("member", survivor)).isEqualTo(2);
        assertThat(kinds(bench.gaps("CM1"))).isEmpty();

        merges.undo(merge);
        assertThat(standing("duty", survivor)).isEqualTo(14);
        assertThat(standing("duty", merged)).isEqualTo(2);
        assertThat(standing("member", survivor)).isEqualTo(1);
        assertThat(standing("member", merged)).isEqualTo(2);

        long duty = sql.count(
                cast.director(),
                "select id from team.duty where until is null and user_id = %d and account_id = %d and part = 'accountable'"
                        .formatted(other.id(), merged));
        bench.send(cast.director(), post("/accounts/CM2/team/duties/{id}/end", duty))
                .andExpect(redirectedUrl("/accounts/CM2/team"));
        assertThat(standing("duty", merged))
                .as("what the merge had opened is over already")
                .isEqualTo(2);
        assertThat(sql.run(
                        cast.director(),
                        "update team.member set responsibility = 'line 4', until_day = null where user_id = "
                                + other.id()))
                .isEqualTo(2);
    }

    private long standing(String table, long account) {
        return sql.count(
                cast.director(),
                "select count(*) from team.%s where not set_aside and account_id = %d".formatted(table, account));
    }

    @Test
    void the_long_tail_has_an_owner_and_a_field_another_one() throws Exception {
        assertThat(bench.page(cast.director(), "/team/coverage")).contains("have no owner there who is here");
        bench.send(cast.director(), post("/team/coverage/pool").param("user", "" + manager.id()))
                .andExpect(redirectedUrl("/team/coverage"));
        bench.send(
                        cast.director(),
                        post("/settings/team/pool")
                                .param("field", "" + bench.field("credit"))
                                .param("user", "" + cast.controller().id()))
                .andExpect(redirectedUrl("/settings/team"));
        assertThat(bench.page(cast.director(), "/team/coverage")).contains("Every field of work has an owner there.");
        assertThat(bench.page(cast.director(), "/settings/team"))
                .contains("Credit and receivables", cast.controller().fullName());
        bench.send(manager, post("/team/coverage/pool").param("user", "" + manager.id()))
                .andExpect(status().isForbidden());
    }

    @Test
    void fields_of_work_are_the_firms_own() throws Exception {
        bench.send(
                        cast.director(),
                        post("/settings/team/fields")
                                .param("title", "Trade fairs")
                                .param("stars", "4")
                                .param("hours", "0.75"))
                .andExpect(redirectedUrl("/settings/team"));
        assertThat(bench.page(cast.director(), "/settings/team")).contains("Trade fairs", "0.75");
        bench.send(
                        cast.director(),
                        post("/settings/team/fields").param("title", "").param("stars", "4"))
                .andExpect(status().isUnprocessableContent());
        long id = sql.count(cast.director(), "select id from team.field where title = 'Trade fairs'");
        bench.send(
                        cast.director(),
                        post("/settings/team/fields/{id}", id)
                                .param("title", "Trade fairs")
                                .param("stars", "4")
                                .param("retired", "yes"))
                .andExpect(redirectedUrl("/settings/team"));
        bench.send(cast.controller(), get("/settings/team")).andExpect(status().isForbidden());
    }

    @Test
    void managers_see_gaps_of_their_own_accounts_only() throws Exception {
        User own = cast.another("cui", "崔经理", Role.KAM);
        archive.grant("C8", own, Level.FULL);
        bench.send(
                        own,
                        post("/accounts/C8/team/duties")
                                .param("field", "" + bench.field("orders"))
                                .param("part", "accountable")
                                .param("user", "" + own.id()))
                .andExpect(redirectedUrl("/accounts/C8/team"));
        assertThat(bench.page(own, "/team/coverage")).contains("C8").doesNotContain(">C1<");
        assertThat(bench.answer(own, "/api/v1/coverage?kind=nobody"))
                .contains("\"C8\"")
                .doesNotContain("\"C1\"");
        assertThat(bench.answer(own, "/api/v1/accounts/C8/duties")).contains("\"orders\"", "\"cui\"");
        bench.call(
                        own,
                        post("/api/v1/accounts/C8/duties")
                                .contentType("application/json")
                                .content("{\"field\":0,\"user\":\"cui\",\"part\":\"accountable\"}"))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void programs_page_through_gaps_and_are_told_how_many_there_are() throws Exception {
        archive.accounts("CP1", "CP2");
        for (String code : List.of("CP1", "CP2")) {
            bench.give(code, "orders", manager, "accountable");
        }
        String all = bench.answer(cast.director(), "/api/v1/coverage?kind=nobody&size=1");
        assertThat(all).contains("\"page\":1", "\"size\":1");
        long total = Long.parseLong(all.replaceAll("(?s).*\"total\":(\\d+).*", "$1"));
        assertThat(total).isGreaterThanOrEqualTo(2);
        assertThat(bench.answer(cast.director(), "/api/v1/coverage?kind=nobody&size=1&page=" + total))
                .contains("\"account\"");
        assertThat(bench.answer(cast.director(), "/api/v1/coverage?kind=nobody&size=1&page=" + (total + 1)))
                .contains("\"gaps\":[]");
        bench.call(cast.director(), get("/api/v1/coverage?size=201")).andExpect(status().isUnprocessableContent());
    }

    private void sold(String scope, String code, long money) {
        TestServer.executeAt(StoryDatabase.ownerUrl(), """
                insert into portfolio.standing
                    (scope, account_id, as_of, revenue, gross_revenue, known_revenue, profit, lines, orders, floor_lines,
                     below_floor, receivables, rank, last_purchase, gap_days, late_after, rhythm)
                select '%1$s', id, '2026-11-15', %3$d, %3$d, %3$d, 0, 9, 3, 0, 0, true, 1, '2026-11-10', 5, 20, 'onTime'
                from accounts.account where code = '%2$s'""".formatted(scope, code, money));
    }

    @Test
    void sales_of_closed_accounts_are_no_part_of_the_long_tail() {
        archive.accounts("CT1", "CT2");
        sold("account", "CT1", 2_000_000);
        sold("account", "CT2", 3_000_000);
        Coverage.LongTail before = longTail();
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update accounts.account set closed_on = '2026-11-01' where code = 'CT2'");
        assertThat(longTail())
                .isEqualTo(new Coverage.LongTail(
                        before.accounts() - 1, Objects.requireNonNull(before.money()) - 3_000_000));
    }

    private Coverage.LongTail longTail() {
        return cast.as(cast.director(), () -> board.of("")).longTail();
    }

    @Test
    void of_three_who_act_each_pair_is_work_of_its_own() {
        archive.accounts("CO1");
        bench.cover("CO1", manager);
        for (String name : List.of("cong", "cou", "cuan")) {
            bench.give("CO1", "orders", cast.another(name, name, Role.KAM), "responsible");
        }
        assertThat(work(cast.director()))
                .filteredOn(subject -> subject.startsWith("CO1/overlap/"))
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @Test
    void rows_tell_own_sales_and_the_total_is_their_sum_and_unknown_is_not_zero() throws Exception {
        archive.accounts("CG1", "CG2", "CG3");
        for (String code : List.of("CG1", "CG2", "CG3")) {
            bench.give(code, "orders", manager, "accountable");
        }
        sold("account", "CG1", 6_000_000);
        sold("group", "CG1", 10_000_000);
        sold("account", "CG2", 4_000_000);
        Coverage board = cast.as(cast.director(), () -> this.board.of("nobody"));
        assertThat(board.gaps().getFirst()).satisfies(gap -> {
            assertThat(gap.code()).as("most at stake, with its group").isEqualTo("CG1");
            assertThat(gap.money()).isEqualTo(6_000_000);
            assertThat(gap.groupMoney()).isEqualTo(10_000_000);
        });
        Map<Long, Long> own = new HashMap<>();
        board.gaps().stream().filter(gap -> gap.money() != null).forEach(gap -> own.put(gap.accountId(), gap.money()));
        assertThat(board.found().money())
                .isEqualTo(own.values().stream().mapToLong(Long::longValue).sum())
                .isGreaterThanOrEqualTo(10_000_000);
        assertThat(board.found().unknown()).isPositive();
        assertThat(cast.as(cast.director(), () -> this.board.of("overlap"))
                        .found()
                        .money())
                .as("of the rows asked for alone")
                .isNull();
        assertThat(bench.page(cast.director(), "/team/coverage?kind=nobody"))
                .contains("its group: 1,000", "Own sales of these accounts in twelve months, each counted once:");

        assertThat(bench.page(cast.viewer(), "/team/coverage"))
                .contains("CG1", "what they buy is unknown")
                .doesNotContain("each counted once", " 0 CNY", "<div>0</div>");
        assertThat(bench.page(cast.director(), "/team/coverage/map"))
                .contains("<p class=\"text-secondary d-print-none\">14 fields of work stand side by side");
    }

    @Test
    void of_many_drops_those_with_the_most_money_are_told_and_how_many_there_are() throws Exception {
        archive.accounts("CQ1", "CQ2");
        TestServer.executeAt(StoryDatabase.ownerUrl(), """
                insert into planning.plan (account_id, title, period_from, period_to, playbook, submission, changed_by, changed_at)
                select id, 'Plan ' || code, '2026-01-01', '2026-12-31', 'empty', gen_random_uuid(), 'x', now()
                from accounts.account where code in ('CQ1', 'CQ2')""", """
                insert into planning.work_item (plan_id, account_id, title, form, responsible_id, accountable_id, starts_on, due_on,
                                                standard, submission, changed_by, changed_at)
                select p.id, p.account_id, case p.title when 'Plan CQ2' then 'Worth most' else 'Older ' || n end, 'visit', %1$d, %1$d,
                       '2026-01-01', case p.title when 'Plan CQ2' then date '2026-11-15' else date '2026-02-01' end, 'seen',
                       gen_random_uuid(), 'x', now()
                from planning.plan p cross join generate_series(1, 220) n
                where p.title = 'Plan CQ1' or p.title = 'Plan CQ2' and n = 1""".formatted(manager.id()));
        sold("account", "CQ2", 5_000_000);
        var drops = cast.as(cast.director(), () -> board.of("").drops());
        assertThat(drops.total()).isGreaterThanOrEqualTo(221);
        assertThat(drops.first()).hasSize(200);
        assertThat(drops.first().getFirst().what().arguments()).containsExactly("Worth most");
        assertThat(bench.page(cast.director(), "/team/coverage"))
                .contains("The first 200 of " + drops.total() + " are shown");
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update planning.plan set state = 'closed' where title like 'Plan CQ%'");
    }
}
