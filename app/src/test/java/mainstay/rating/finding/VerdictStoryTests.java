package mainstay.rating.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.Map;
import mainstay.identity.Acting;
import mainstay.identity.Grants;
import mainstay.identity.Level;
import mainstay.identity.User;
import mainstay.ledger.ImportReport;
import mainstay.ledger.file.Kind;
import mainstay.rating.Ratings;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// People judge what was found, and only what they confirm counts.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VerdictStoryTests {
    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Grants grants;

    @Autowired
    Ratings ratings;

    @Autowired
    FindingLedger ledger;

    private ImportReport roaming;
    private long roam;
    private double before;

    @BeforeAll
    void a_ledger() {
        ledger.bring(Kind.ACCOUNTS, "code,name\nROAM,=cmd|roams\nSTAY,Stays\n");
        ledger.bring(Kind.TERRITORIES, "region,customer\nEast,ROAM\nEast,STAY\n");
        ledger.sell("STAY,A1,invoice,2026-08-03,A,1,,900,900,,East\nROAM,A2,invoice,2026-08-03,A,1,,960,960,,East\n");
        roaming = ledger.sell("""
                ROAM,A3,invoice,2026-08-04,A,1,,100,100,,West
                ROAM,A4,invoice,2026-08-05,A,1,,80,80,,West
                ROAM,A5,invoice,2026-08-06,A,1,,60,60,,West
                STAY,A6,invoice,2026-08-06,A,1,,90,90,100,East
                """);
        ledger.look();
        ratings.ensureCurrent();
        roam = ledger.one("ROAM", "territory").id();
        before = score();
    }

    private double score() {
        return ledger.count("""
                select round(r.score * 1000)::bigint from rating.current c join rating.rating r on r.id = c.rating_id
                join accounts.pub_account a on a.id = c.account_id where c.scope = 'account' and a.code = 'ROAM'
                """) / 1000.0;
    }

    private ResultActions judge(User user, String verdict, String reason, int seen) throws Exception {
        return web.perform(post("/findings/" + roam + "/verdict")
                .with(cast.signedIn(user))
                .locale(Locale.ENGLISH)
                .param("verdict", verdict)
                .param("reason", reason)
                .param("seen", String.valueOf(seen)));
    }

    private ResultActions page(User user, String address) throws Exception {
        return web.perform(get(address).locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    @Test
    @Order(1)
    void the_list_says_what_was_found_in_words_and_money() throws Exception {
        page(cast.director(), "/findings")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("went to West; its territory is East.")))
                .andExpect(content().string(containsString("href=\"/findings/" + roam + "\"")));
        page(cast.director(), "/findings?strength=hint&test=territory")
                .andExpect(content().string(containsString("No finding fits this filter")));
        page(cast.director(), "/findings?test=nonsense").andExpect(status().isUnprocessableContent());
        page(cast.director(), "/findings?sort=nonsense").andExpect(status().isUnprocessableContent());
    }

    @Test
    @Order(1)
    void a_manager_is_told_of_it_and_who_judges_instead_of_being_asked_to() throws Exception {
        User manager = cast.keyAccountManager();
        Acting.asOperator(() -> {
            grants.replace("told", Map.of(ledger.one("ROAM", "territory").account(), manager.id()), Level.FULL);
            return null;
        });
        page(manager, "/today")
                .andExpect(content().string(containsString("A finding waits for a verdict: =cmd|roams")))
                .andExpect(content().string(containsString("Directors and credit controllers judge it")))
                .andExpect(content().string(not(containsString("Judge a finding"))));
        page(manager, "/portfolio")
                .andExpect(content().string(containsString("One finding with strong evidence waits for a verdict")))
                .andExpect(content().string(containsString("Directors and credit controllers judge findings")));
        page(cast.controller(), "/today").andExpect(content().string(containsString("Judge a finding")));
        Acting.asOperator(() -> {
            grants.replace("told", Map.of(), Level.FULL);
            return null;
        });
    }

    @Test
    @Order(2)
    void a_verdict_needs_a_word_and_a_reason_and_loses_nothing_that_was_typed() throws Exception {
        judge(cast.director(), "guilty", "Because I say so", 0)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Choose one of the three verdicts.")))
                .andExpect(content().string(containsString("Because I say so")));
        judge(cast.director(), "confirmed", "  ", 0)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("a verdict without a reason is not kept")));
        judge(cast.director(), "confirmed", "x".repeat(2001), 0).andExpect(status().isUnprocessableContent());
        judge(cast.director(), "confirmed", "turned \u202E round", 0).andExpect(status().is4xxClientError());

        assertThat(ledger.one("ROAM", "territory").verdict()).isNull();
    }

    @Test
    @Order(3)
    void what_a_director_confirms_lowers_the_rating() throws Exception {
        judge(cast.director(), "confirmed", "Their van was seen in the west", 0)
                .andExpect(redirectedUrl("/findings/" + roam));

        assertThat(ratings.ensureCurrent()).isTrue();
        assertThat(score()).isLessThan(before);
        page(cast.director(), "/findings/" + roam)
                .andExpect(content().string(containsString("Their van was seen in the west")));
    }

    @Test
    @Order(4)
    void the_second_of_two_sees_what_the_first_one_said() throws Exception {
        judge(cast.controller(), "explained", "A customer moved", 0)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Somebody else gave a verdict while you wrote")))
                .andExpect(content().string(containsString("Their van was seen in the west")))
                .andExpect(content().string(containsString("A customer moved")));

        assertThat(ledger.one("ROAM", "territory").verdict()).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    @Order(5)
    void what_is_explained_counts_no_longer_and_the_history_keeps_both() throws Exception {
        judge(cast.controller(), "explained", "A customer moved", 1).andExpect(redirectedUrl("/findings/" + roam));

        assertThat(ratings.ensureCurrent()).isTrue();
        assertThat(score()).isEqualTo(before);
        page(cast.director(), "/findings/" + roam)
                .andExpect(content().string(containsString("Confirmed, by 王总: Their van was seen in the west")))
                .andExpect(content().string(containsString("Explained, by 陈会计: A customer moved")));
    }

    @Test
    @Order(6)
    void who_looks_after_an_account_sees_its_findings_and_does_not_judge_them() throws Exception {
        User manager = cast.keyAccountManager();
        page(manager, "/findings/" + roam).andExpect(status().isNotFound());
        page(manager, "/findings").andExpect(content().string(not(containsString("/findings/" + roam))));

        long account = ledger.one("ROAM", "territory").account();
        Acting.asOperator(() -> {
            grants.replace("story", Map.of(account, manager.id()), Level.FULL);
            return true;
        });

        page(manager, "/findings/" + roam)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Directors and credit controllers judge findings.")));
        page(manager, "/accounts/ROAM/findings").andExpect(status().isOk());
        judge(manager, "explained", "They are nice people", 2).andExpect(status().isForbidden());
        page(cast.viewer(), "/findings/" + roam).andExpect(status().isNotFound());
        page(cast.viewer(), "/accounts/ROAM/findings").andExpect(status().isForbidden());
    }

    @Test
    @Order(7)
    void the_file_holds_what_the_list_shows_and_no_formula() throws Exception {
        page(cast.director(), "/findings/export?test=territory")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("'=cmd|roams")))
                .andExpect(content().string(containsString(",240,")))
                .andExpect(content().string(not(containsString("floor"))));
    }

    @Test
    @Order(8)
    void programs_read_and_judge_too() throws Exception {
        read("/api/v1/findings?test=territory")
                .andExpect(jsonPath("$.count").value(1))
                .andExpect(jsonPath("$.findings[0].money").value(240))
                .andExpect(jsonPath("$.findings[0].strength").value("strong"))
                .andExpect(jsonPath("$.findings[0].verdict").value("explained"));
        read("/api/v1/findings?strnegth=hint").andExpect(status().isUnprocessableContent());
        api("{\"verdict\":\"borderTrade\",\"reason\":\"By themselves\",\"seen\":1}")
                .andExpect(status().isConflict());
        api("{\"verdict\":\"borderTrade\",\"seen\":2}").andExpect(status().isUnprocessableContent());
        api("{\"verdict\":\"borderTrade\",\"reason\":\"By themselves\",\"seen\":2}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.verdict").value("borderTrade"))
                .andExpect(jsonPath("$.judgements").value(3));
    }

    private ResultActions read(String address) throws Exception {
        return web.perform(get(address).locale(Locale.ENGLISH).header("Authorization", "Bearer " + token()));
    }

    private ResultActions api(String body) throws Exception {
        return web.perform(post("/api/v1/findings/" + roam + "/verdict")
                .header("Authorization", "Bearer " + token())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private String token() {
        return cast.token(cast.director());
    }

    @Test
    @Order(9)
    void a_finding_whose_rows_are_gone_is_withdrawn_and_keeps_its_verdict() throws Exception {
        judge(cast.director(), "confirmed", "Seen again", 3).andExpect(redirectedUrl("/findings/" + roam));
        ratings.ensureCurrent();
        ledger.withdraw(roaming);

        assertThat(ledger.look()).isTrue();
        Finding gone = ledger.one("ROAM", "territory");
        assertThat(gone.withdrawn()).isTrue();
        assertThat(gone.verdict()).isEqualTo(Verdict.CONFIRMED);
        judge(cast.director(), "explained", "Gone", 4).andExpect(status().isConflict());

        ledger.sell("""
                ROAM,A3,invoice,2026-08-04,A,1,,100,100,,West
                ROAM,A4,invoice,2026-08-05,A,1,,80,80,,West
                """);
        ledger.look();
        Finding back = ledger.one("ROAM", "territory");
        assertThat(back.id()).isEqualTo(gone.id());
        assertThat(back.withdrawn()).isFalse();
        assertThat(back.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(ledger.count("select count(*) from rating.finding_entry where kind = 'returned'"))
                .isEqualTo(1);
    }

    @Test
    @Order(10)
    void nothing_new_is_nothing_to_do() {
        assertThat(ledger.look()).isFalse();
    }
}
