package mainstay.dossier.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import mainstay.approvals.Approval;
import mainstay.approvals.ApprovalWish;
import mainstay.approvals.Approvals;
import mainstay.dossier.Archive;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.shared.web.Text;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// Requests in the hands of somebody who leaves.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeavingStoryTests {

    private static final String STORY = "story";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    LoanBench loans;

    @Autowired
    Approvals approvals;

    @Autowired
    StandingClock clock;

    private User bao;
    private User dai;

    @BeforeAll
    void accounts() {
        clock.reset();
        cast.director();
        archive.accounts("V1", "V2", "V3");
        archive.write("V1", "attitude", "warm", "2026-11-01");
        bao = cast.another("bao", "包经理", Role.KAM);
        dai = cast.another("dai", "戴经理", Role.KAM);
        loans.name(archive.card("V1"), bao, dai);
    }

    @BeforeEach
    void today() {
        clock.reset();
    }

    private ResultActions page(User reader, User leaver) throws Exception {
        return web.perform(
                get("/archive/leaving/" + leaver.name()).locale(Locale.ENGLISH).with(cast.signedIn(reader)));
    }

    private ResultActions handOver(User by, User leaver, String heir) throws Exception {
        return web.perform(post("/archive/leaving/" + leaver.name())
                .param("reason", "leaves in May")
                .param("heir", heir)
                .with(cast.signedIn(by)));
    }

    private Approval ask(User who, String subject) {
        return cast.as(
                who,
                () -> approvals.ask(new ApprovalWish(
                        STORY, subject, null, 3, null, Text.of("approvals.title"), "/today", "They pay well.")));
    }

    private Approval latest(String kind, String subject) {
        return cast.as(cast.director(), () -> approvals.latest(kind, subject)).orElseThrow();
    }

    @Test
    void what_was_asked_is_shown_and_requests_for_loans_are_withdrawn() throws Exception {
        User leaver = cast.another("lu", "陆经理", Role.KAM);
        Loan loan = loans.ask(leaver, "V1", 5, "business");
        Approval other = ask(leaver, "lu/1");
        for (User reader : List.of(cast.director(), cast.administrator())) {
            page(reader, leaver)
                    .andExpect(content().string(containsString("2 open requests")))
                    .andExpect(content().string(containsString(loan.path())))
                    .andExpect(content().string(containsString("Borrow the archive of V1 for 5 days")))
                    .andExpect(content().string(containsString("Withdrawn with the hand-over.")))
                    .andExpect(content().string(containsString(other.path())))
                    .andExpect(content().string(containsString("1 request for a loan withdrawn.")));
        }

        handOver(cast.administrator(), leaver, "").andExpect(status().is3xxRedirection());

        assertThat(loans.as(cast.director(), loan).state()).isEqualTo("withdrawn");
        Approval withdrawn = latest(LoanDesk.BORROWING, String.valueOf(loan.id()));
        assertThat(withdrawn.status()).isEqualTo(Approval.Status.WITHDRAWN);
        web.perform(get(withdrawn.path()).locale(Locale.ENGLISH).with(cast.signedIn(bao)))
                .andExpect(content().string(containsString("leaves in May")));
        loans.decide(bao, loan, "granted").andExpect(status().isConflict());
        assertThat(latest(STORY, "lu/1").isPending()).isTrue();
        page(cast.administrator(), leaver)
                .andExpect(content().string(containsString("1 open request")))
                .andExpect(content().string(not(containsString(loan.path()))));
    }

    @Test
    void what_somebody_shut_out_asked_to_borrow_is_withdrawn_and_says_why() throws Exception {
        for (User by : List.of(cast.administrator(), cast.another("zeng", "曾管理", Role.ADMINISTRATOR))) {
            User gone = cast.another("gone." + by.name(), "Gone " + by.fullName(), Role.KAM);
            Loan loan = loans.ask(gone, "V1", 5, "business");
            Loan others = loans.ask(cast.another("stays." + by.name(), "Stays", Role.KAM), "V1", 5, "business");

            web.perform(post("/settings/users/{id}/disabling", gone.id()).with(cast.signedIn(by)))
                    .andExpect(status().is3xxRedirection());

            assertThat(loans.as(cast.director(), loan).state()).isEqualTo("withdrawn");
            assertThat(loans.as(cast.director(), others).state()).isEqualTo("asked");
            Approval withdrawn = latest(LoanDesk.BORROWING, String.valueOf(loan.id()));
            assertThat(withdrawn.status()).isEqualTo(Approval.Status.WITHDRAWN);
            web.perform(get(withdrawn.path()).locale(Locale.ENGLISH).with(cast.signedIn(bao)))
                    .andExpect(content().string(containsString("Gone " + by.fullName() + " may no longer sign in")));
            loans.decide(bao, loan, "granted").andExpect(status().isConflict());
        }
    }

    @Test
    void what_waits_for_somebody_who_leaves_says_what_becomes_of_it() throws Exception {
        User leaver = cast.another("mu", "穆经理", Role.KAM);
        loans.name(archive.card("V2"), leaver, dai);
        User heir = cast.another("mo", "莫经理", Role.KAM);
        User borrower = cast.another("se", "色", Role.VIEWER);
        Loan asked = loans.ask(borrower, "V2", 3, "business");
        for (User reader : List.of(cast.director(), cast.administrator())) {
            page(reader, leaver)
                    .andExpect(content().string(containsString("1 request to decide")))
                    .andExpect(content().string(containsString("Borrow the archive of V2 for 3 days")))
                    .andExpect(content().string(containsString("Goes over to whoever answers for the archive next.")));
        }
        handOver(cast.administrator(), leaver, "" + heir.id()).andExpect(status().is3xxRedirection());

        page(cast.administrator(), leaver)
                .andExpect(content().string(containsString("Nothing waits for a decision of this person.")));
        loans.decide(leaver, asked, "granted").andExpect(status().isNotFound());
        loans.decide(heir, asked, "granted").andExpect(status().is3xxRedirection());
    }

    @Test
    void what_one_role_decides_falls_to_others_or_is_theirs_already() throws Exception {
        User asker = cast.another("pei", "裴经理", Role.KAM);
        ask(asker, "pei/1");
        page(cast.administrator(), cast.director())
                .andExpect(content().string(containsString("Falls to the directors, or the administrators")));
        User second = cast.another("du", "杜总", Role.DIRECTOR);
        page(cast.administrator(), cast.director())
                .andExpect(content().string(containsString("Others decide it, too")));
        page(cast.administrator(), second).andExpect(content().string(containsString("Others decide it, too")));
        page(cast.administrator(), asker).andExpect(content().string(containsString("Nothing to decide")));
    }

    @Test
    void only_who_settles_that_takes_back_what_others_asked() {
        User leaver = cast.another("na", "那经理", Role.KAM);
        Loan loan = loans.ask(leaver, "V1", 5, "business");
        String withdraw = "select approvals.withdraw_for('borrowing', '" + loan.id() + "')";
        for (User other : List.of(leaver, bao, cast.controller(), cast.agent(), cast.viewer())) {
            assertThatThrownBy(() -> loans.query(other, withdraw))
                    .as(other.name())
                    .hasStackTraceContaining("only directors and administrators");
        }
        assertThat(loans.as(leaver, loan).state()).isEqualTo("asked");
    }
}
