package mainstay.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import mainstay.accounts.people.PersonBench;
import mainstay.dossier.Archive;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.planning.plan.PlanBench;
import mainstay.team.duty.CoverageBoard;
import mainstay.team.duty.Load;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/// Load comes from duties and agreed shares; work of plans stands beside it.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoadStoryTests {

    @Autowired
    PlanBench plans;

    @Autowired
    TeamBench bench;

    @Autowired
    Archive archive;

    @Autowired
    PersonBench sql;

    @Autowired
    CoverageBoard board;

    @Autowired
    Cast cast;

    private Load load(User user) {
        return Acting.asOperator(board::loads).stream()
                .filter(load -> load.userId() == user.id())
                .findFirst()
                .orElseThrow();
    }

    private void work(User manager, long plan, String title, User doer, String hours) throws Exception {
        plans.add(manager, PlanBench.item(plan, title, doer).param("hours", hours));
    }

    @Test
    void who_is_to_do_work_has_it_on_their_hands_and_what_nobody_measured_is_not_nothing() throws Exception {
        User manager = plans.manager("liu", "柳经理", "LA", "LB");
        User technician = cast.another("lang", "郎技师", Role.AGENT);
        archive.grant("LA", technician, Level.BUSINESS);
        long plan = plans.start(manager, "LA", "empty");
        assertThat(load(technician).pieces()).isZero();
        assertThat(load(technician).workHours()).isNull();

        work(manager, plan, "Of a length that nobody said", technician, "");
        assertThat(load(technician).workHours()).isNull();
        assertThat(load(technician).unsaid()).isEqualTo(1);
        work(manager, plan, "Six hours", technician, "6");
        long late = sql.count(cast.director(), "select max(id) from planning.work_item");
        work(manager, plan, "One and a half", technician, "1.5");
        work(manager, plan, "Answered for only", manager, "40");
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update planning.work_item set starts_on = '2026-01-01', due_on = '2026-11-15', state = 'doing' where id = "
                        + late,
                "update planning.work_item set responsible_id = %d where title = 'Answered for only'"
                        .formatted(cast.director().id()));

        Load load = load(technician);
        assertThat(load.pieces()).isEqualTo(3);
        assertThat(load.overdue()).isEqualTo(1);
        assertThat(load.workHours()).isEqualTo(7.5);
        assertThat(load.unsaid()).isEqualTo(1);
        assertThat(load.hours()).as("hours of a week stand apart").isZero();
        assertThat(load(manager).pieces())
                .as("who answers spends no time on it")
                .isZero();
        assertThat(plans.page(cast.director(), "/team/load"))
                .contains("郎技师", "Work of plans", "1 overdue", "7.5 hours", "1 without hours");
    }

    @Test
    void what_is_done_given_up_or_of_a_closed_plan_is_no_load() throws Exception {
        User manager = plans.manager("lian", "连经理", "LC");
        long plan = plans.start(manager, "LC", "empty");
        work(manager, plan, "Open", manager, "2");
        work(manager, plan, "Done", manager, "3");
        work(manager, plan, "Given up", manager, "4");
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update planning.work_item set state = 'done', done_on = '2026-11-16' where title = 'Done'",
                "update planning.work_item set state = 'dropped' where title = 'Given up'");
        assertThat(load(manager).pieces()).isEqualTo(1);
        assertThat(load(manager).workHours()).isEqualTo(2);

        plans.send(manager, post("/plans/{id}/close", plan).param("sure", "yes"))
                .andExpect(status().is3xxRedirection());
        assertThat(load(manager).pieces()).isZero();
        assertThat(load(manager).workHours()).isNull();
    }

    @Test
    void hours_go_to_those_who_act_and_to_the_accountable_where_nobody_else_does() {
        User accountable = cast.another("cheng", "程工", Role.KAM);
        User first = cast.another("chi", "池工", Role.KAM);
        User second = cast.another("chu", "楚工", Role.KAM);
        archive.accounts("LD");
        bench.give("LD", "orders", accountable, "accountable");
        bench.give("LD", "orders", first, "responsible");
        bench.give("LD", "orders", second, "responsible");
        bench.give("LD", "visits", accountable, "accountable");
        bench.join("LD", TeamBench.form(first, "specialist", "1", "2026-01-01", ""));

        assertThat(load(accountable).hours()).isEqualTo(1);
        assertThat(load(accountable).capacity()).isEqualTo(40);
        assertThat(load(first).hours()).isEqualTo(0.5);
        assertThat(load(first).capacity()).isEqualTo(0.4);
        assertThat(load(first).load()).isEqualTo(1.25);
        assertThat(load(first).isOver()).isTrue();
        assertThat(load(second).hours()).isEqualTo(0.5);
    }

    @Test
    void beside_the_hours_there_are_stands_what_they_come_from() throws Exception {
        User counted = cast.another("dai", "戴工", Role.KAM);
        User apart = cast.another("dang", "党工", Role.KAM);
        archive.accounts("LE", "LF");
        bench.give("LE", "orders", counted, "responsible");
        bench.join("LE", TeamBench.form(counted, "specialist", "30", "2026-01-01", ""));
        bench.give("LE", "orders", apart, "responsible");
        bench.join("LF", TeamBench.form(apart, "specialist", "35", "2026-01-01", ""));
        assertThat(load(counted).capacity()).isEqualTo(12);
        assertThat(load(counted).shareCounts()).isTrue();
        assertThat(load(apart).capacity()).isEqualTo(40);
        assertThat(load(apart).shareCounts()).isFalse();
        assertThat(bench.page(cast.director(), "/team/load"))
                .contains("30 % of 40 hours", "the whole week: agreed shares of 35 % do not cover all duties")
                .doesNotContain("35 % of 40 hours")
                .contains("<a href=\"/definitions/load\">Hours available a week</a>");
    }

    @Test
    void closed_accounts_take_no_time() {
        User busy = cast.another("deng", "邓工", Role.KAM);
        archive.accounts("LG", "LH", "LI");
        for (String code : List.of("LG", "LH")) {
            bench.give(code, "orders", busy, "responsible");
            bench.give(code, "visits", busy, "accountable");
        }
        bench.join("LG", TeamBench.form(busy, "specialist", "30", "2026-01-01", ""));
        bench.join("LI", TeamBench.form(busy, "specialist", "40", "2026-01-01", ""));
        assertThat(load(busy).shareCounts()).as("no share for LH").isFalse();
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update accounts.account set closed_on = '2026-11-16' where code in ('LH', 'LI')");

        Load load = load(busy);
        assertThat(load.accountable()).isEqualTo(1);
        assertThat(load.responsible()).isEqualTo(1);
        assertThat(load.hours()).isEqualTo(2);
        assertThat(load.memberships()).isEqualTo(1);
        assertThat(load.share()).isEqualTo(30);
        assertThat(load.capacity()).isEqualTo(12);
    }
}
