package mainstay.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.testing.Cast;
import mainstay.testing.SmallFiles;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// What was granted to either account for its days holds after a merge as its preview said.
@Story
class MergedLimitsTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    TermsInForce inForce;

    @Autowired
    ImportDesk desk;

    @Test
    void the_preview_tells_apart_what_files_say_and_what_was_granted_and_the_merge_keeps_its_word() throws Exception {
        SmallFiles.bring(desk, Kind.ACCOUNTS, """
                code,name,credit limit,payment term
                OLD,Old,5000,60
                NEW,New,,45
                """);
        grant("NEW", "creditLimit", 7000, "2026-11-01");
        grant("OLD", "creditLimit", 6000, "2026-11-10");
        grant("OLD", "paymentTerm", 90, "2026-11-10");
        Acting.asOperator(inForce::follow);

        assertThat(preview("NEW", "OLD"))
                .containsPattern("Credit limit 6,000\\S* 7,000\\S* 6,000")
                .containsPattern("Credit limit as told by files and people 5,000\\S* \\S+ 5,000")
                .containsPattern("Credit limit as granted 6,000\\S* 7,000\\S* 6,000")
                .contains("Payment term 90 days 45 days 90 days")
                .contains("Payment term as told by files and people 60 days 45 days 45 days")
                .contains("Payment term as granted 90 days — 90 days");

        web.perform(post("/accounts/NEW/merges").param("with", "OLD").with(cast.signedIn(cast.controller())))
                .andExpect(status().is3xxRedirection());
        kept().andExpect(jsonPath("$.creditLimit").value(6000))
                .andExpect(jsonPath("$.paymentTerm").value(90));
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update terms.agreement set ended_on = '2026-11-16' where ended_on is null");
        Acting.asOperator(inForce::follow);
        kept().andExpect(jsonPath("$.creditLimit").value(5000))
                .andExpect(jsonPath("$.paymentTerm").value(45));
    }

    @Test
    void what_nobody_was_granted_takes_no_line() throws Exception {
        SmallFiles.bring(desk, Kind.ACCOUNTS, "code,name,credit limit\nPLAIN,Plain,10\nBARE,Bare,\n");

        assertThat(preview("BARE", "PLAIN")).doesNotContain("limit as granted", "as told by files");
    }

    private ResultActions kept() throws Exception {
        return web.perform(
                get("/api/v1/accounts/NEW").header("Authorization", "Bearer " + cast.token(cast.director())));
    }

    private String preview(String survivor, String merged) throws Exception {
        return web.perform(get("/accounts/{code}/merges", survivor)
                        .param("with", merged)
                        .locale(Locale.ENGLISH)
                        .with(cast.signedIn(cast.controller())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }

    private static void grant(String code, String measure, int figure, String from) {
        TestServer.executeAt(StoryDatabase.ownerUrl(), """
                insert into terms.agreement (account_id, measure, figure, valid_from, reason, asked_by, asked_at, granted_at)
                select id, '%s', %d, '%s', 'story', 'story', now(), now() from accounts.account where code = '%s'
                """.formatted(measure, figure, from, code));
    }
}
