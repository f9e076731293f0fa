package mainstay.terms.rebate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.identity.Grants;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A request about a confidential ladder stays among those who may know of it, whatever else happens.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfidentialRequestTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient database;

    private TransactionTemplate transactions;
    private RebateTestbed bed;
    private User asking;
    private User second;
    private User manager;

    @BeforeAll
    void a_confidential_ladder(
            @Autowired ImportDesk desk,
            @Autowired Accounts accounts,
            @Autowired Accruals accruals,
            @Autowired Rebates rebates,
            @Autowired Grants grants,
            @Autowired PlatformTransactionManager manager) {
        transactions = new TransactionTemplate(manager);
        bed = new RebateTestbed(accounts, accruals, rebates);
        TermsTestbed.bring(desk, Kind.SALES, """
                customer,document,date,amount
                ONE,1,2026-01-15,91234
                LAST,2,2026-11-13,1
                """);
        bed.ladder("Hushed", "year", "2026-01-01", 10, 0.04);
        bed.inside("update terms.ladder set confidential = true, roles = '{director}' where name = 'Hushed'");
        asking = cast.director();
        second = cast.another("sun", "孙总", Role.DIRECTOR);
        this.manager = cast.keyAccountManager();
        cast.controller();
        cast.administrator();
        Acting.asOperator(() -> {
            grants.replace("story", Map.of(bed.id("ONE"), this.manager.id()), Level.FULL);
            return null;
        });
    }

    @BeforeEach
    void nothing_asked() {
        bed.inside(
                "delete from identity.absence",
                "delete from approvals.remark",
                "delete from approvals.step",
                "delete from approvals.request",
                "delete from approvals.rule_step where kind = 'confidential-rebate'",
                "delete from approvals.rule where kind = 'confidential-rebate'",
                "delete from terms.agreement",
                "update terms.ladder set roles = '{director}' where name = 'Hushed'",
                "update identity.users set role = 'director', disabled_at = null where name = 'sun'");
    }

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private ResultActions program(User user, String path) throws Exception {
        return web.perform(get(path).header("Authorization", "Bearer " + cast.token(user)));
    }

    private String asked() throws Exception {
        send(
                        asking,
                        post("/accounts/ONE/terms/agreements")
                                .param("measure", "rebateLadder")
                                .param("value", "Hushed")
                                .param("from", "2026-01-01")
                                .param("until", "")
                                .param("reason", "Between us"))
                .andExpect(redirectedUrl("/accounts/ONE/terms"));
        return "/approvals/"
                + cast.as(
                        asking,
                        () -> transactions.execute(status -> database.sql("select max(id) as id from approvals.request")
                                .query((row, number) -> row.getLong("id"))
                                .single()));
    }

    private void isHiddenFrom(User other, String request) throws Exception {
        send(other, get(request)).andExpect(status().isNotFound());
        send(other, post(request + "/decisions").param("decision", "granted")).andExpect(status().isNotFound());
        send(other, post(request + "/remarks").param("remark", "hello")).andExpect(status().isNotFound());
        for (String list : List.of("waiting", "mine", "pending", "ended")) {
            send(other, get("/approvals?list=" + list)).andExpect(content().string(not(containsString("Hushed"))));
            program(other, "/api/v1/approvals?list=" + list).andExpect(content().string(not(containsString("Hushed"))));
        }
        for (String path : List.of("/today", "/accounts/ONE/timeline", "/accounts/ONE/terms")) {
            send(other, get(path)).andExpect(content().string(not(containsString("Hushed"))));
        }
    }

    private void rule(String... roles) {
        bed.inside("insert into approvals.rule (kind, version, changed_at, changed_by)"
                + " values ('confidential-rebate', 1, '2026-01-01', 'story')");
        for (int place = 1; place <= roles.length; place++) {
            bed.inside("insert into approvals.rule_step (kind, version, place, turn, role)"
                    + " values ('confidential-rebate', 1, %d, 1, '%s')".formatted(place, roles[place - 1]));
        }
    }

    @Test
    void a_rule_that_names_others_asks_those_who_may_know() throws Exception {
        rule("controller");
        String request = asked();
        isHiddenFrom(cast.controller(), request);
        isHiddenFrom(cast.administrator(), request);
        isHiddenFrom(manager, request);

        send(second, get("/today")).andExpect(content().string(containsString("Hushed")));
        send(second, post(request + "/decisions").param("decision", "granted").param("remark", "yes"))
                .andExpect(status().is3xxRedirection());
        isHiddenFrom(cast.controller(), request);
        assertThat(bed.of("ONE", "Hushed", "2026-01-01").earned()).isEqualTo(3_649_3600L);
    }

    @Test
    void no_deputy_gets_to_know_of_it() throws Exception {
        String request = asked();
        bed.inside("""
                insert into identity.absence (user_id, deputy_id, first_day, last_day, recorded_by, recorded_at)
                values (%d, %d, '2026-11-10', '2026-11-20', 'story', now())
                """.formatted(second.id(), cast.controller().id()));
        isHiddenFrom(cast.controller(), request);
        send(asking, get(request))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(second.fullName())));
        send(asking, post(request + "/reminders")).andExpect(status().is3xxRedirection());
        isHiddenFrom(cast.controller(), request);
        assertThat(unattended()).as("a deputy who may not know of it is nobody").isOne();
    }

    private long unattended() {
        return cast.as(
                asking,
                () -> Objects.requireNonNull(transactions.execute(
                        status -> database.sql("select count(*) as open from approvals.unattended_step")
                                .query((row, number) -> row.getLong("open"))
                                .single())));
    }

    @Test
    void nobody_hands_it_over_to_who_may_not_know() throws Exception {
        String request = asked();
        send(second, get(request))
                .andExpect(content().string(not(containsString(cast.controller().fullName()))));
        send(
                        second,
                        post(request + "/delegations")
                                .param("to", String.valueOf(cast.controller().id())))
                .andExpect(status().isUnprocessableContent());
        assertThatThrownBy(() -> cast.as(
                        second,
                        () -> transactions.execute(
                                status -> database.sql("update approvals.step set user_id = :to, role = null")
                                        .param("to", cast.controller().id())
                                        .update())))
                .rootCause()
                .hasMessageContaining("row-level security");
        isHiddenFrom(cast.controller(), request);
    }

    @Test
    void what_becomes_of_the_ladder_or_of_a_role_reveals_nothing() throws Exception {
        String request = asked();
        bed.inside("update terms.ladder set roles = '{director,controller}' where name = 'Hushed'");
        send(cast.controller(), get(request)).andExpect(status().isNotFound());
        send(cast.controller(), get("/approvals?list=pending"))
                .andExpect(content().string(not(containsString("Hushed"))));
        bed.inside("update terms.ladder set roles = '{director}' where name = 'Hushed'");

        bed.inside("update identity.users set role = 'controller' where name = 'sun'");
        User former = cast.another("sun", "孙总", Role.CONTROLLER);
        isHiddenFrom(former, request);
    }

    @Test
    void the_figures_of_it_are_in_no_file_and_no_answer_for_others() throws Exception {
        bed.agree("ONE", "Hushed", "2026-01-01", false);
        Rebate rebate = bed.of("ONE", "Hushed", "2026-01-01");
        assertThat(rebate.earned()).isEqualTo(3_649_3600L);
        bed.book(rebate, "payout", 1_234_5600L);
        for (User other : List.of(cast.controller(), cast.administrator(), manager)) {
            for (String path : List.of(
                    "/rebates",
                    "/rebates/export",
                    "/receivables/export",
                    "/accounts/export?format=csv",
                    "/portfolio",
                    "/accounts/ONE",
                    "/accounts/ONE/terms",
                    "/accounts/ONE/rebates",
                    "/accounts/ONE/timeline",
                    "/accounts/ONE/business",
                    "/profit/table",
                    "/profit/whale/table",
                    "/profit/allocation/table",
                    "/findings/export",
                    "/today")) {
                keepsSilent(send(other, get(path)));
            }
            for (String path : List.of(
                    "/api/v1/accounts/ONE/rebates", "/api/v1/accounts/ONE", "/api/v1/accounts", "/api/v1/approvals")) {
                keepsSilent(program(other, path));
            }
            for (String file : List.of("pdf", "xlsx")) {
                send(other, get(rebate.path() + "/statement." + file)).andExpect(status().isNotFound());
            }
        }
        send(second, get("/rebates")).andExpect(content().string(containsString("3,649")));
        keepsSilent(send(second, get("/rebates/export")));
    }

    private static void keepsSilent(ResultActions answer) throws Exception {
        for (String told : List.of("Hushed", "3,649", "3649.36", "1,234.56", "1234.56", "2,414", "2414.8")) {
            answer.andExpect(content().string(not(containsString(told))));
        }
    }
}
