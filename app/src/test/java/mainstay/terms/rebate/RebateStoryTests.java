package mainstay.terms.rebate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.identity.FirmDesk;
import mainstay.identity.Grants;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.terms.RebateFigures;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
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

/// A ladder is drafted, tested, put in force and agreed; accounts earn by it, and what they earn is paid
/// out.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebateStoryTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Accounts accounts;

    @Autowired
    Accruals accruals;

    @Autowired
    Ladders ladders;

    @Autowired
    Rebates rebates;

    @Autowired
    RebateFigures figures;

    @Autowired
    FirmDesk firm;

    @Autowired
    Grants grants;

    @Autowired
    JdbcClient database;

    @Autowired
    StandingClock clock;

    private TransactionTemplate transactions;
    private User manager;
    private User second;

    @BeforeAll
    void a_year_of_sales(@Autowired ImportDesk desk, @Autowired PlatformTransactionManager manager) {
        transactions = new TransactionTemplate(manager);
        TermsTestbed.bring(desk, Kind.SALES, """
                customer,customer name,document,date,product,category,amount
                ONE,First,1,2025-03-10,P1,tea,100000
                ONE,First,2,2025-11-20,P1,tea,50000
                ONE,First,3,2026-03-20,P1,tea,400000
                ONE,First,4,2026-09-10,P2,tools,130000
                ONE,First,5,2026-10-10,P2,tools,-10000
                TWO,=2+2,6,2026-01-15,P1,tea,90000
                HEAD,Head,7,2026-01-15,P1,tea,60000
                SON,Son,8,2026-04-01,P1,tea,70000
                LAST,Last,9,2026-11-13,P1,tea,1
                """);
        TermsTestbed.bring(desk, Kind.ACCOUNTS, "code,name,parent,holding\nSON,Son,HEAD,80\n");
        this.manager = cast.keyAccountManager();
        second = cast.another("sun", "孙总", Role.DIRECTOR);
        cast.director();
        cast.controller();
        Acting.asOperator(() -> {
            grants.replace("story", Map.of(id("ONE"), this.manager.id(), id("TWO"), this.manager.id()), Level.FULL);
            return null;
        });
    }

    @BeforeEach
    void on_the_first_day() {
        clock.reset();
    }

    private long id(String code) {
        return Acting.asOperator(() -> accounts.byCode(code).orElseThrow().id());
    }

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private MockHttpServletRequestBuilder ladder(String name, String basis) {
        return post("/rebates/new")
                .param("name", name)
                .param("basis", basis)
                .param("cycle", "year")
                .param("spread", "whole")
                .param("currency", firm.settings().currency())
                .param("category", "")
                .param("from", "2026-01-01")
                .param("until", "")
                .param("role", "");
    }

    private Ladder made(String name, MockHttpServletRequestBuilder request) throws Exception {
        send(cast.director(), request).andExpect(status().is3xxRedirection());
        Ladder draft = Acting.asOperator(() -> ladders.all()).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        send(cast.director(), post(draft.path() + "/publication").param("version", "1"))
                .andExpect(redirectedUrl(draft.path()));
        return draft;
    }

    private void agree(User user, String code, String ladder, User... deciders) throws Exception {
        send(user, wish(code, ladder)).andExpect(redirectedUrl("/accounts/" + code + "/terms"));
        decide("granted", deciders);
        accruals.ensureCurrent();
    }

    private static MockHttpServletRequestBuilder wish(String code, String ladder) {
        return post("/accounts/{code}/terms/agreements", code)
                .param("measure", "rebateLadder")
                .param("value", ladder)
                .param("from", "2026-01-01")
                .param("until", "")
                .param("reason", "Grows with us");
    }

    /// The newest request that each of them may know of.
    private ResultActions decide(String decision, User... deciders) throws Exception {
        ResultActions last = null;
        for (User decider : deciders) {
            long newest = cast.as(
                    decider,
                    () -> transactions.execute(status -> database.sql("select max(id) as newest from approvals.request")
                            .query((row, number) -> row.getLong("newest"))
                            .single()));
            last = send(
                    decider,
                    post("/approvals/{id}/decisions", newest)
                            .param("decision", decision)
                            .param("remark", "as reckoned"));
        }
        return java.util.Objects.requireNonNull(last);
    }

    private @Nullable Long accrued(String code) {
        return Acting.asOperator(() -> transactions.execute(status -> figures.of(id(code))))
                .accrued();
    }

    private ResultActions program(User user, String path) throws Exception {
        return web.perform(get(path).header("Authorization", "Bearer " + cast.token(user)));
    }

    private Rebate rebate(String code, String ladder) {
        return Acting.asOperator(() -> rebates.of(id(code))).stream()
                .filter(one -> one.ladder().equals(ladder))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void from_the_draft_to_the_payout_approved_by_a_second_person() throws Exception {
        Ladder ladder = made(
                "Yearly",
                ladder("Yearly", "revenue")
                        .param("threshold", "100000", "500,000", "600000")
                        .param("rate", "1", "2", "3"));
        send(cast.director(), get(ladder.path())).andExpect(content().string(containsString("not enough to say")));
        agree(cast.director(), "ONE", "Yearly", cast.controller(), second);

        Rebate one = rebate("ONE", "Yearly");
        assertThat(one.measured()).isEqualTo(520_000_0000L);
        assertThat(one.earned()).isEqualTo(10_400_0000L);
        assertThat(one.missing()).isEqualTo(80_000_0000L);
        assertThat(one.expectedMeasured()).isEqualTo(620_000_0000L);
        assertThat(one.expected()).isEqualTo(18_600_0000L);
        assertThat(accrued("ONE")).isEqualTo(10_400_0000L);

        send(manager, get("/rebates")).andExpect(content().string(containsString("First")));
        send(manager, get(one.path()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("10,400.00")));
        program(manager, "/api/v1/accounts/ONE/rebates")
                .andExpect(jsonPath("$.rebates[0].earned").value(10400))
                .andExpect(jsonPath("$.rebates[0].missing").value(80000));

        send(manager, post(one.path() + "/payouts").param("amount", "10400.01").param("reason", "Year end"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("At most 10,400.00")));
        send(manager, post(one.path() + "/payouts").param("amount", "4000").param("reason", "Year end"))
                .andExpect(redirectedUrl(one.path()));
        assertThat(rebate("ONE", "Yearly").payable()).isEqualTo(6_400_0000L);
        decide("granted", cast.controller()).andExpect(status().is3xxRedirection());

        send(cast.director(), get(one.path()))
                .andExpect(content().string(containsString("November 2026, to Nov 13, 2026")));
        send(cast.director(), get(one.path() + "/statement.xlsx"))
                .andExpect(header().string("Content-Disposition", containsString("rebate-ONE-Yearly-2026-01-01.xlsx")));
        assertThat(rebate("ONE", "Yearly").paid()).isEqualTo(4_000_0000L);
        assertThat(rebate("ONE", "Yearly").balance()).isEqualTo(6_400_0000L);
    }

    @Test
    void a_group_earns_together_and_nobody_earns_twice() throws Exception {
        made("Group", ladder("Group", "revenue").param("threshold", "100000").param("rate", "1"));
        send(cast.director(), wish("HEAD", "Group").param("wholeGroup", "true")).andExpect(status().is3xxRedirection());
        decide("granted", cast.controller(), second);
        accruals.ensureCurrent();

        assertThat(rebate("HEAD", "Group").earned()).isEqualTo(1_300_0000L);
        whoeverSeesTheHeadAloneIsToldNothingOfTheGroup();
        made("Other", ladder("Other", "revenue").param("threshold", "10").param("rate", "5"));
        send(cast.director(), wish("SON", "Other"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("one purchase would earn twice")));
    }

    private void whoeverSeesTheHeadAloneIsToldNothingOfTheGroup() throws Exception {
        Rebate group = rebate("HEAD", "Group");
        grant(Map.of(id("HEAD"), manager.id()));
        Long limitFollows = accrued("HEAD");
        for (String path : List.of("/accounts/HEAD/rebates", group.path(), "/rebates")) {
            send(manager, get(path))
                    .andExpect(content().string(containsString("You may not see the business of all its accounts")))
                    .andExpect(content().string(not(containsString("130,000"))))
                    .andExpect(content().string(not(containsString("60,000"))))
                    .andExpect(content().string(not(containsString(">1,300"))));
        }
        send(manager, get(group.path() + "/statement.pdf")).andExpect(status().isForbidden());
        program(manager, "/api/v1/accounts/HEAD/rebates")
                .andExpect(jsonPath("$.rebates[0].withheld").value(true))
                .andExpect(jsonPath("$.withheld").value(1))
                .andExpect(jsonPath("$.rebates[0].unknownLines").isEmpty())
                .andExpect(jsonPath("$.rebates[0].payable").isEmpty())
                .andExpect(jsonPath("$.rebates[0].against").isEmpty())
                .andExpect(jsonPath("$.rebates[0].measured").isEmpty())
                .andExpect(jsonPath("$.rebates[0].earned").isEmpty())
                .andExpect(jsonPath("$.rebates[0].paid").isEmpty())
                .andExpect(jsonPath("$.rebates[0].takenBack").isEmpty())
                .andExpect(jsonPath("$.rebates[0].repaid").isEmpty());
        send(manager, get("/rebates"))
                .andExpect(content().string(containsString("One rebate is left out of these totals")));
        send(manager, get("/rebates/export")).andExpect(content().string(containsString("not shown to you")));
        send(manager, post(group.path() + "/payouts").param("amount", "1").param("reason", "Unseen"))
                .andExpect(status().isUnprocessableContent());
        assertThat(cast.as(manager, () -> transactions.execute(status -> figures.of(id("HEAD"))))
                        .accrued())
                .as("the limit that follows it is the same for everybody")
                .isEqualTo(limitFollows);

        grant(Map.of(id("HEAD"), manager.id(), id("SON"), manager.id()));
        send(manager, get(group.path())).andExpect(content().string(containsString("130,000")));
        grant(Map.of());
    }

    private void grant(Map<Long, Long> seen) {
        Acting.asOperator(() -> {
            grants.replace("group", seen, Level.FULL);
            return null;
        });
    }

    @Test
    void growth_without_a_year_before_is_unknown_and_not_nought() throws Exception {
        made("Growing", ladder("Growing", "growth").param("threshold", "10").param("rate", "2"));
        agree(cast.director(), "TWO", "Growing", cast.controller(), second);

        Rebate two = rebate("TWO", "Growing");
        assertThat(two.earned()).isNull();
        assertThat(two.balance()).isNull();
        send(cast.director(), get(two.path())).andExpect(content().string(containsString("growth is not known")));
    }

    @Test
    void a_confidential_ladder_does_not_exist_for_other_roles() throws Exception {
        made(
                "Quiet bonus",
                ladder("Quiet bonus", "revenue")
                        .param("threshold", "1")
                        .param("rate", "4")
                        .param("confidential", "true")
                        .param("role", "director"));
        Long open = accrued("TWO");
        agree(cast.director(), "TWO", "Quiet bonus", second);
        Rebate quiet = rebate("TWO", "Quiet bonus");
        assertThat(quiet.earned()).isEqualTo(3_600_0000L);
        send(second, get(quiet.path())).andExpect(status().isOk());
        send(second, post(quiet.path() + "/payouts").param("amount", "100").param("reason", "Quietly"))
                .andExpect(redirectedUrl(quiet.path()));

        for (User other : List.of(cast.controller(), cast.administrator(), manager)) {
            for (String path : List.of(
                    "/rebates",
                    "/rebates/export",
                    "/accounts/TWO/rebates",
                    "/accounts/TWO/terms",
                    "/accounts/TWO/timeline",
                    "/approvals",
                    "/today")) {
                send(other, get(path)).andExpect(content().string(not(containsString("Quiet bonus"))));
            }
            program(other, "/api/v1/accounts/TWO/rebates")
                    .andExpect(content().string(not(containsString("Quiet bonus"))));
            send(other, get(quiet.path())).andExpect(status().isNotFound());
            send(other, get(quiet.path() + "/statement.xlsx")).andExpect(status().isNotFound());
            send(other, get(quiet.ladderPath())).andExpect(status().isNotFound());
            send(other, get("/rebates?ladder=" + quiet.ladderId()))
                    .andExpect(content().string(not(containsString("3,600"))));
        }
        assertThat(accrued("TWO")).isEqualTo(open);
        endQuietly(quiet);
        send(cast.director(), post("/settings/measures").param("version", "1").param("s3-rebateLadder", "Quiet bonus"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("which everybody reads")));
    }

    private void endQuietly(Rebate quiet) throws Exception {
        long agreement = cast.as(
                second,
                () -> transactions.execute(status -> database.sql("select id from terms.agreement where word = :word")
                        .param("word", quiet.ladder())
                        .query((row, number) -> row.getLong("id"))
                        .single()));
        String end = "/accounts/TWO/terms/agreements/%d/end".formatted(agreement);
        send(cast.controller(), post(end).param("reason", "Quietly")).andExpect(status().isNotFound());
        send(second, post(end).param("reason", "Quietly")).andExpect(redirectedUrl("/accounts/TWO/terms"));
        for (User other : List.of(cast.controller(), cast.administrator(), manager)) {
            for (String path : List.of("/accounts/TWO", "/accounts/TWO/timeline", "/today")) {
                send(other, get(path)).andExpect(content().string(not(containsString("An agreement was ended"))));
            }
        }
    }

    @Test
    void a_name_that_looks_like_a_formula_is_disarmed_in_files() throws Exception {
        made(
                "=1+1",
                ladder("=1+1", "mix")
                        .param("category", "tea")
                        .param("threshold", "50")
                        .param("rate", "1"));
        agree(cast.director(), "TWO", "=1+1", cast.controller(), second);
        Rebate two = rebate("TWO", "=1+1");
        assertThat(two.earned()).isEqualTo(900_0000L);

        send(cast.director(), get("/rebates/export")).andExpect(content().string(containsString("'=2+2")));
        byte[] workbook = send(cast.director(), get(two.path() + "/statement.xlsx"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            assertThat(read.getFirstSheet().read().stream()
                            .flatMap(row -> row.stream())
                            .filter(cell -> cell != null && cell.getFormula() != null))
                    .isEmpty();
        }
        byte[] document = send(cast.director(), get(two.path() + "/statement.pdf"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(document, 0, 5, java.nio.charset.StandardCharsets.ISO_8859_1))
                .isEqualTo("%PDF-");
    }

    @Test
    void what_makes_no_sense_is_said_at_its_field() throws Exception {
        send(
                        cast.director(),
                        ladder("", "revenue")
                                .param("threshold", "500", "100", "200")
                                .param("rate", "1", "2", "101"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Please give it a name")))
                .andExpect(content().string(containsString("Each step has to begin above the one before")))
                .andExpect(content().string(containsString("A rate from 0 to 100 %")));
        MockHttpServletRequestBuilder foreign = post("/rebates/new")
                .param("name", "Foreign")
                .param("basis", "mix")
                .param("cycle", "quarter")
                .param("spread", "whole")
                .param("currency", "XTS")
                .param("category", "", "nothing we sell")
                .param("from", "2026-02-01")
                .param("until", "2025-12-31")
                .param("threshold", "10", "")
                .param("rate", "1", "");
        send(cast.director(), foreign)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("The ladder would be in XTS")))
                .andExpect(content().string(containsString("A quarter of the firm has to begin on it")))
                .andExpect(content().string(containsString("It would end before it starts")))
                .andExpect(content().string(containsString("does not know one of these categories")));
        send(cast.director(), wish("LAST", "No such ladder"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("There is no ladder in force named No such ladder")));
        send(manager, ladder("Mine", "revenue")).andExpect(status().isForbidden());
        send(cast.viewer(), get("/rebates")).andExpect(status().isForbidden());
    }

    @Test
    void a_payout_is_refused_at_the_last_yes_where_less_is_earned_by_then(@Autowired ImportDesk desk) throws Exception {
        made(
                "Shrinking",
                ladder("Shrinking", "mix")
                        .param("category", "tea")
                        .param("threshold", "10")
                        .param("rate", "10"));
        agree(cast.director(), "LAST", "Shrinking", cast.controller(), second);
        TermsTestbed.bring(
                desk, Kind.SALES, "customer,document,date,product,category,amount\nLAST,L1,2026-11-13,P1,tea,999\n");
        accruals.ensureCurrent();
        Rebate last = rebate("LAST", "Shrinking");
        assertThat(last.earned()).isEqualTo(100_0000L);
        send(
                        cast.director(),
                        post(last.path() + "/payouts").param("amount", "100").param("reason", "All of it"))
                .andExpect(redirectedUrl(last.path()));
        TermsTestbed.bring(
                desk, Kind.SALES, "customer,document,date,product,category,amount\nLAST,L2,2026-11-13,P1,tea,-500\n");
        accruals.ensureCurrent();

        decide("granted", cast.controller())
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Only 50.00 is earned and not paid out now")))
                .andExpect(content().string(containsString("as reckoned</textarea>")));
        assertThat(rebate("LAST", "Shrinking").paid()).isZero();
    }
}
