package mainstay.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.util.List;
import java.util.Locale;
import mainstay.identity.Acting;
import mainstay.portfolio.Finding;
import mainstay.portfolio.Findings;
import mainstay.shared.web.Texts;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Four accounts with two ratings each: a star more, twelve points less, five points more, and a star more on
/// too little.
@Story
class MoverTests {
    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    MoverSection section;

    @Autowired
    RatingTable ratings;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void two_ratings_of_each() {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "delete from rating.current",
                "delete from rating.rating",
                "delete from accounts.account",
                "update ledger.state set data_from = '2023-01-01', data_to = '2026-11-15'",
                """
                insert into accounts.account (id, code, name, source) overriding system value
                values (1, 'S1', 'Star', ''), (2, 'F1', 'Fall', ''), (3, 'Q1', 'Quiet', ''), (4, 'H1', 'Hollow', '')
                """,
                """
                insert into rating.rating (id, scope, account_id, model_version, as_of, revision, score, coverage, stars,
                                           computed_stars, hollow, figures, points, unknown)
                overriding system value
                select r.id, 'account', r.account, 1, r.day, 1, r.score, 0.8, r.stars, r.stars, r.hollow,
                       c.figures, c.points, c.unknown
                from (values (11, 1, date '2026-08-15', 58, 2, false), (12, 1, date '2026-11-15', 63, 3, false),
                             (21, 2, date '2026-08-15', 58, 2, false), (22, 2, date '2026-11-15', 46, 2, false),
                             (31, 3, date '2026-08-15', 50, 2, false), (32, 3, date '2026-11-15', 55, 2, false),
                             (41, 4, date '2026-08-15', 58, 2, true), (42, 4, date '2026-11-15', 63, 3, true))
                    r(id, account, day, score, stars, hollow)
                cross join lateral (
                    select array_agg(case when k.code = 'onTime' then r.score / 100.0 end order by k.position) as figures,
                           array_agg(case when k.code = 'onTime' then r.score end order by k.position) as points,
                           array_agg(case when k.code <> 'onTime' then 'notAssessed' end order by k.position) as unknown
                    from rating.criterion k where k.version = 1) c
                """,
                """
                insert into rating.current (scope, account_id, rating_id, previous_id, as_of, before, stars, hollow)
                select 'account', n.account_id, n.id, n.id - 1, n.as_of, date '2026-08-15', n.stars, n.hollow
                from rating.rating n
                where n.as_of = '2026-11-15'
                """);
        noteMoves();
    }

    private void noteMoves() {
        Acting.asOperator(() -> {
            new TransactionTemplate(transactions).executeWithoutResult(status -> ratings.noteMoves("account", 0));
            return true;
        });
    }

    private Findings movers() {
        return cast.as(
                cast.director(), () -> section.lists(false, Texts.ENGLISH).getFirst());
    }

    @Test
    void a_move_is_a_star_or_ten_points_with_what_did_it() {
        assertThat(movers().list()).extracting(Finding::code).containsExactly("S1", "F1");
        assertThat(movers().total()).isEqualTo(2);
        assertThat(movers().list().getFirst().sentence())
                .startsWith("2 to 3 stars, +5.0 points since Aug 15, 2026; most by Paid on time: 58.0")
                .endsWith("(+5.0)");
    }

    @Test
    void a_gate_that_keeps_an_account_from_its_stars_is_named_with_what_is_missing() throws Exception {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update rating.rating set score = 80, stars = 3, computed_stars = 3 where id = 12");

        web.perform(get("/accounts/S1/rating").locale(Locale.ENGLISH).with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("The score alone would reach more stars")))
                .andExpect(content()
                        .string(containsString(
                                "4 stars ask for at least 70 in the points of “Finance”; here it is 63.")));
        web.perform(get("/accounts/F1/rating").locale(Locale.ENGLISH).with(cast.signedIn(cast.director())))
                .andExpect(content().string(not(containsString("The score alone would reach more stars"))));
    }

    @Test
    void ratings_by_two_versions_of_the_model_are_no_move() {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), """
                insert into rating.model_version (version, minimum_coverage, hysteresis, status, drafted_by, drafted_at)
                select 7, 0.5, 3, 'draft', 'story', now() where not exists (select 1 from rating.model_version where version = 7)
                """, """
                insert into rating.criterion (version, position, code, grp, weight, unit, zero_at, hundred_at)
                select 7, position, code, grp, weight, unit, zero_at, hundred_at from rating.criterion where version = 1
                on conflict do nothing
                """, "update rating.rating set model_version = 7 where id in (12, 22)");
        noteMoves();

        assertThat(movers().list()).isEmpty();
        assertThat(movers().total()).isZero();
    }

    @Test
    void stars_that_lists_show_as_unknown_are_not_named() {
        TestServer.executeAt(StoryDatabase.ownerUrl(), "update rating.rating set score = 75 where id = 42");
        noteMoves();

        Finding hollow = movers().list().getLast();
        assertThat(List.of(hollow.code(), hollow.tone())).containsExactly("F1", "bad");
        assertThat(movers().list())
                .filteredOn(found -> found.code().equals("H1"))
                .singleElement()
                .satisfies(found ->
                        assertThat(found.sentence()).contains("+17.0 points").doesNotContain("stars"));
    }

    @Test
    void a_ledger_that_is_too_young_says_so() throws Exception {
        TestServer.executeAt(StoryDatabase.ownerUrl(), "update ledger.state set data_from = '2026-01-05'");

        assertThat(movers().list()).isEmpty();
        web.perform(get("/portfolio?group=false").with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("too young to tell who moved")));
        web.perform(get("/accounts/S1/rating").with(cast.signedIn(cast.director())))
                .andExpect(content().string(not(containsString("Why it moved"))));
    }

    @Test
    void days_in_chinese_sentences_are_chinese() {
        Findings movers = cast.as(
                cast.director(),
                () -> section.lists(false, Locale.SIMPLIFIED_CHINESE).getFirst());

        assertThat(movers.list().getFirst().sentence()).contains("自 2026年8月15日 起");
    }
}
