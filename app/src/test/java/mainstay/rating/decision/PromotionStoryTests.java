package mainstay.rating.decision;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import mainstay.accounts.Accounts;
import mainstay.approvals.Approval;
import mainstay.approvals.Approvals;
import mainstay.identity.Acting;
import mainstay.identity.Grants;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.rating.Ratings;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// A head office that sells 3,000 of the 8,000 itself, and 7,000 with its group, is proposed as a key
/// account.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PromotionStoryTests {
    private static final String OWN = "37.5 % of sales";
    private static final String GROUP = "87.5 % of sales";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Accounts accounts;

    @Autowired
    Approvals approvals;

    private User manager;

    @BeforeAll
    void a_group(@Autowired ImportDesk desk, @Autowired Ratings ratings, @Autowired Grants grants) {
        TermsTestbed.bring(desk, Kind.SALES, """
                customer,document,date,amount
                TOP,1,2026-11-01,3000
                SON,2,2026-11-02,4000
                REST,3,2026-11-02,1000
                """);
        TermsTestbed.bring(desk, Kind.ACCOUNTS, "code,name,parent,holding\nSON,Son,TOP,80\n");
        ratings.ensureCurrent();
        manager = cast.keyAccountManager();
        cast.director();
        Acting.asOperator(() -> {
            grants.replace("story", Map.of(id(), manager.id()), Level.FULL);
            return null;
        });
    }

    private long id() {
        return Acting.asOperator(() -> accounts.byCode("TOP").orElseThrow().id());
    }

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private Approval asked() {
        return Acting.asOperator(() -> approvals.ofAccount(id(), 1)).getFirst();
    }

    private void reads(String path, User reader) throws Exception {
        send(reader, get(path))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("87.5"))))
                .andExpect(content().string(not(containsString("7,000"))));
    }

    @Test
    @Order(1)
    void a_proposal_begins_with_the_figures_of_the_account_alone() throws Exception {
        String page = send(cast.director(), get("/accounts/TOP/rating"))
                .andExpect(content().string(containsString(GROUP)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String evidence = page.substring(page.indexOf("id=\"evidence\""), page.indexOf("</textarea>"));
        org.assertj.core.api.Assertions.assertThat(evidence).contains(OWN).doesNotContain("87.5");
        String beside = page.substring(page.indexOf("id=\"decisions\""), page.indexOf("id=\"evidence\""));
        org.assertj.core.api.Assertions.assertThat(beside)
                .contains("The group: ", GROUP, "Evidence, of the account alone");
        send(manager, get("/accounts/TOP/rating")).andExpect(content().string(containsString(OWN)));
        send(manager, get("/accounts/TOP/rating?group=true"))
                .andExpect(content().string(containsString(OWN)));
    }

    @Test
    @Order(2)
    void a_manager_who_proposes_it_reads_nothing_of_its_group() throws Exception {
        send(manager, post("/accounts/TOP/appointments").param("evidence", "They grow with us"))
                .andExpect(status().is3xxRedirection());
        for (String path : List.of(
                "/accounts/TOP/rating",
                "/accounts/TOP",
                "/accounts/TOP/timeline",
                "/approvals?list=mine",
                asked().path(),
                "/portfolio",
                "/today")) {
            reads(path, manager);
        }
    }

    @Test
    @Order(3)
    void whoever_decides_reads_the_group_beside_the_evidence() throws Exception {
        String page = send(cast.director(), get("/accounts/TOP/rating"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        org.assertj.core.api.Assertions.assertThat(page.substring(page.indexOf("id=\"decisions\"")))
                .contains("The group: ", GROUP, "They grow with us");
    }

    @Test
    @Order(4)
    void once_appointed_it_stands_on_the_portfolio_whatever_the_rule_says() throws Exception {
        send(cast.director(), get("/portfolio"))
                .andExpect(content().string(containsString("No account was made a key account by decision")));
        User second = cast.another("sun", "孙总", Role.DIRECTOR);
        send(
                        second,
                        post(asked().path() + "/decisions")
                                .param("decision", "granted")
                                .param("remark", "fine"))
                .andExpect(status().is3xxRedirection());

        for (String grouped : List.of("true", "false")) {
            send(cast.director(), get("/portfolio").param("group", grouped))
                    .andExpect(content().string(containsString("Looked after as key accounts by decision (1)")))
                    .andExpect(content().string(containsString("By decision since Nov 16, 2026")));
        }
        reads("/portfolio", manager);
        send(manager, get("/portfolio")).andExpect(content().string(containsString("By decision since Nov 16, 2026")));
    }
}
