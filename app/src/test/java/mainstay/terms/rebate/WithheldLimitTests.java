package mainstay.terms.rebate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.identity.Grants;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.terms.TermsTestbed;
import mainstay.terms.credit.CreditStandings;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// A head office of two stars earns by what its whole group buys. Who sees the head office alone could reckon what the
/// others bought from what was paid out, and from the limit that follows the rebate: neither is shown.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithheldLimitTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Rebates rebates;

    @Autowired
    Statements statements;

    @Autowired
    CreditStandings standings;

    private RebateTestbed bed;
    private User manager;

    @BeforeAll
    void a_group_with_one_limit(
            @Autowired ImportDesk desk,
            @Autowired Accounts accounts,
            @Autowired Accruals accruals,
            @Autowired Grants grants) {
        bed = new RebateTestbed(accounts, accruals, rebates);
        TermsTestbed.bring(
                desk, Kind.SALES, "customer,document,date,amount\nHEAD,1,2026-01-15,60000\nSON,2,2026-11-13,71700\n");
        TermsTestbed.bring(desk, Kind.ACCOUNTS, "code,name,parent,holding\nSON,Son,HEAD,80\n");
        bed.ladder("Group", "year", "2026-01-01", 100_000, 0.01);
        bed.agree("HEAD", "Group", "2026-01-01", true);
        bed.book(bed.of("HEAD", "Group", "2026-01-01"), "payout", 431_0000L);
        bed.inside("""
                with r as (insert into rating.rating (scope, account_id, model_version, as_of, revision, score, coverage, stars,
                                                      computed_stars, hollow, figures, points, unknown)
                           values ('account', %1$d, 1, '2026-11-13', 1, 40, 0.8, 2, 2, false, '{}', '{}', '{}') returning id)
                insert into rating.current (scope, account_id, rating_id, as_of, stars, hollow)
                select 'account', %1$d, id, '2026-11-13', 2, false from r
                """.formatted(bed.id("HEAD")));
        manager = cast.keyAccountManager();
        bed.shown(grants, "story", manager, "HEAD");
    }

    private @Nullable Long limit(User reader) {
        return cast.as(reader, () -> standings.of(bed.id("HEAD"))).getFirst().amount();
    }

    private ResultActions page(User reader, String path) throws Exception {
        return web.perform(get(path).locale(Locale.ENGLISH).with(cast.signedIn(reader)));
    }

    @Test
    void what_was_paid_out_is_not_told_where_the_rebate_is_not() throws Exception {
        Rebate seen = cast.as(manager, () -> rebates.of(bed.id("HEAD"))).getFirst();
        assertThat(seen.withheld()).isTrue();
        assertThat(seen.paid()).isNull();
        assertThat(seen.asked()).isNull();
        assertThat(cast.as(manager, () -> statements.of(seen.accountId(), seen.ladderId(), seen.periodFrom()))
                        .bookings())
                .isEmpty();
        for (String path : List.of(seen.path(), "/accounts/HEAD/rebates", "/rebates", "/rebates/export")) {
            page(manager, path).andExpect(content().string(not(containsString("431"))));
        }
        page(cast.director(), seen.path()).andExpect(content().string(containsString("431.00")));
        page(cast.director(), "/rebates/export").andExpect(content().string(containsString(",431,")));
    }

    @Test
    void a_limit_that_follows_it_is_not_shown_and_binds_all_the_same() throws Exception {
        long binding = Objects.requireNonNull(limit(cast.director()));
        String written = "%,d".formatted(binding / 10_000);
        assertThat(limit(manager)).isNull();
        page(cast.director(), "/accounts/HEAD/terms").andExpect(content().string(containsString(written)));
        for (String path : List.of("/accounts/HEAD", "/accounts/HEAD/terms")) {
            page(manager, path)
                    .andExpect(content().string(containsString("not shown to you")))
                    .andExpect(content().string(not(containsString(written))));
        }

        web.perform(post("/api/v1/credit-checks")
                        .header("Authorization", "Bearer " + cast.token(manager))
                        .header("Idempotency-Key", "withheld")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                "{\"account\": \"HEAD\", \"stage\": \"order\", \"amount\": 90000, \"order\": \"H-1\"}"))
                .andExpect(jsonPath("$.decision").value("hold"))
                .andExpect(jsonPath("$.limit").value(nullValue()))
                .andExpect(jsonPath("$.headRoom").value(nullValue()));
        page(manager, "/held-orders")
                .andExpect(content().string(containsString("that is more than the limit leaves")))
                .andExpect(content().string(not(containsString(written))));
        page(cast.controller(), "/held-orders").andExpect(content().string(containsString(written)));
        assertThat(Acting.asOperator(() -> standings.of(bed.id("HEAD")))
                        .getFirst()
                        .amount())
                .isEqualTo(binding);
    }
}
