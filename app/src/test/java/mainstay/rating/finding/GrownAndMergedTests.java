package mainstay.rating.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.time.LocalDate;
import java.util.Locale;
import mainstay.accounts.MergeBench;
import mainstay.identity.Acting;
import mainstay.ledger.file.Kind;
import mainstay.rating.finding.ConfirmedFindings.Confirmed;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// A verdict is on what was there when it was given, and goes with the account it was given on.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GrownAndMergedTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    ConfirmedFindings confirmed;

    @Autowired
    MergeBench merges;

    @Autowired
    FindingLedger ledger;

    private long diverted(String code) {
        long id = ledger.count("select id from accounts.pub_account where code = '" + code + "'");
        return Acting.asOperator(() -> confirmed.known(TODAY, LocalDate.of(2026, 9, 30), false))
                .getOrDefault(id, Confirmed.NOTHING)
                .diverted();
    }

    private void confirm(String code, String reason) throws Exception {
        Finding found = ledger.one(code, "territory");
        web.perform(post("/findings/" + found.id() + "/verdict")
                        .with(cast.signedIn(cast.director()))
                        .param("verdict", "confirmed")
                        .param("reason", reason)
                        .param("seen", String.valueOf(found.judgements())))
                .andExpect(redirectedUrl("/findings/" + found.id()));
    }

    @Test
    @Order(1)
    void what_was_confirmed_does_not_count_for_what_comes_later() throws Exception {
        ledger.bring(Kind.ACCOUNTS, "code,name\nROAM,Roams\nTWIN,Twin\n");
        ledger.bring(Kind.TERRITORIES, "region,customer\nEast,ROAM\nEast,TWIN\n");
        ledger.sell("""
                ROAM,A1,invoice,2026-08-03,A,1,,960,960,,East
                ROAM,A2,invoice,2026-08-04,A,1,,100,100,,West
                TWIN,B1,invoice,2026-08-03,A,1,,500,500,,East
                TWIN,B2,invoice,2026-08-04,A,1,,70,70,,West
                """);
        ledger.look();
        confirm("ROAM", "Seen in the west");
        assertThat(diverted("ROAM")).isEqualTo(100_0000);

        ledger.sell("ROAM,A3,invoice,2026-09-04,A,1,,900,900,,West\n");
        ledger.look();

        assertThat(ledger.one("ROAM", "territory").money()).isEqualTo(1000_0000);
        assertThat(diverted("ROAM")).isEqualTo(100_0000);
        web.perform(get("/findings/" + ledger.one("ROAM", "territory").id())
                        .with(cast.signedIn(cast.director()))
                        .locale(Locale.ENGLISH))
                .andExpect(content().string(containsString("It has grown since it was confirmed: 100 CNY counts")));

        confirm("ROAM", "All of it");
        assertThat(diverted("ROAM")).isEqualTo(1000_0000);
    }

    @Test
    @Order(2)
    void a_verdict_goes_with_an_account_that_is_merged_into_one_with_the_like_and_leaves_with_it() throws Exception {
        long merge = merges.merge("TWIN", "ROAM").orElseThrow();
        ledger.look();

        assertThat(ledger.one("TWIN", "territory").verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(ledger.one("TWIN", "territory").money()).isEqualTo(1070_0000);
        assertThat(diverted("TWIN")).as("what was judged, and no more").isEqualTo(1000_0000);

        web.perform(get("/findings/" + ledger.one("TWIN", "territory").id())
                        .with(cast.signedIn(cast.director()))
                        .locale(Locale.ENGLISH))
                .andExpect(content().string(containsString("was merged into this one")));

        merges.undo(merge);
        ledger.look();
        assertThat(ledger.one("TWIN", "territory").verdict()).isNull();
        assertThat(diverted("TWIN")).isZero();
        assertThat(diverted("ROAM")).isEqualTo(1000_0000);
    }

    @Test
    @Order(3)
    void however_far_it_went_a_verdict_leaves_with_its_account() throws Exception {
        ledger.bring(Kind.ACCOUNTS, "code,name\nLAST,Last\n");
        ledger.bring(Kind.TERRITORIES, "region,customer\nEast,ROAM\nEast,TWIN\nEast,LAST\n");
        ledger.sell("LAST,C1,invoice,2026-08-04,A,1,,90,90,,West\nLAST,C2,invoice,2026-08-04,A,1,,500,500,,East\n");
        ledger.look();
        long first = merges.merge("TWIN", "ROAM").orElseThrow();
        assertThat(merges.merge("LAST", "TWIN")).isPresent();
        ledger.look();
        assertThat(ledger.one("LAST", "territory").verdict()).isEqualTo(Verdict.CONFIRMED);

        merges.undo(first);
        ledger.look();
        assertThat(ledger.one("LAST", "territory").verdict()).isNull();
        assertThat(diverted("LAST")).isZero();
        assertThat(diverted("ROAM")).isEqualTo(1000_0000);
    }

    @Test
    @Order(4)
    void where_goods_may_go_follows_the_group_that_an_account_comes_to_belong_to() {
        ledger.bring(Kind.ACCOUNTS, "code,name\nBOSS,Boss\nKID,Kid\n");
        ledger.bring(Kind.TERRITORIES, "region,customer\nSouth,BOSS\nNorth,KID\n");
        ledger.sell("KID,D1,invoice,2026-08-04,A,1,,90,90,,South\nKID,D2,invoice,2026-08-04,A,1,,500,500,,North\n");
        ledger.look();
        assertThat(ledger.one("KID", "territory").withdrawn()).isFalse();

        TestServer.executeAt(StoryDatabase.ownerUrl(), """
                insert into accounts.parent_link (child_id, parent_id)
                select c.id, p.id from accounts.account c, accounts.account p where c.code = 'KID' and p.code = 'BOSS'
                """);

        assertThat(ledger.look()).as("there is something to look at").isTrue();
        assertThat(ledger.one("KID", "territory").withdrawn()).isTrue();
        assertThat(ledger.look()).as("no run starts the next").isFalse();
    }
}
