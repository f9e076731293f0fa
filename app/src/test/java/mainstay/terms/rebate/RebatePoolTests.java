package mainstay.terms.rebate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.identity.Grants;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// Purchases that earned by one ladder and earn by another now, up and down a group: what was paid out for
/// them counts once, whoever got it. And which of several ladders stands is decided in order of precedence.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebatePoolTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Grants grants;

    @Autowired
    Rebates rebates;

    @Autowired
    Statements statements;

    private RebateTestbed bed;

    @BeforeAll
    void two_years_of_sales(@Autowired ImportDesk desk, @Autowired Accounts accounts, @Autowired Accruals accruals) {
        bed = new RebateTestbed(accounts, accruals, rebates);
        TermsTestbed.bring(desk, Kind.SALES, """
                customer,document,date,amount
                HEAD,1,2026-03-01,10000
                SON,2,2026-03-01,10000
                TOP,3,2026-03-01,1
                LEFT,4,2026-03-01,8000
                RIGHT,5,2026-03-01,8000
                CHAIN,6,2026-02-01,5000
                CHAIN,7,2026-08-01,3000
                STARS,8,2025-02-01,1000
                STARS,9,2025-05-01,1000
                STARS,10,2025-08-01,1000
                STARS,11,2025-11-01,1000
                LONG,12,2025-11-01,4000
                LEAVES,13,2026-03-01,7000
                UNDER,14,2026-03-01,7000
                UNDER,15,2025-03-01,7000
                LAST,16,2026-11-13,1
                """);
        TermsTestbed.bring(desk, Kind.ACCOUNTS, """
                code,name,parent,holding
                SON,Son,HEAD,80
                LEFT,Left,TOP,80
                RIGHT,Right,TOP,80
                UNDER,Under,LEAVES,80
                """);
        bed.ladder("Quarter 2025", "quarter", "2025-01-01", 10, 0.01);
        bed.ladder("Year 2025", "year", "2025-01-01", 10, 0.02);
    }

    @Test
    void what_a_member_was_paid_counts_against_the_ladder_of_its_group() {
        bed.ladder("Of the son", "year", "2026-01-01", 10, 0.05);
        bed.ladder("Of the group", "year", "2026-01-01", 10, 0.01);
        bed.agree("SON", "Of the son", "2026-01-01", false);
        bed.book(bed.of("SON", "Of the son", "2026-01-01"), "payout", 50_0000L);
        bed.agree("HEAD", "Of the group", "2026-01-01", true);

        Rebate group = bed.of("HEAD", "Of the group", "2026-01-01");
        assertThat(group.earned()).isEqualTo(200_0000L);
        assertThat(group.against()).isEqualTo(50_0000L);
        assertThat(group.payable()).isEqualTo(150_0000L);
        assertThat(bed.of("SON", "Of the son", "2026-01-01").owed()).isZero();

        bed.book(bed.of("SON", "Of the son", "2026-01-01"), "repaid", 50_0000L);
        assertThat(bed.of("HEAD", "Of the group", "2026-01-01").payable()).isEqualTo(200_0000L);
    }

    @Test
    void what_a_group_was_paid_counts_once_against_the_ladders_of_its_members() throws Exception {
        bed.ladder("Of all", "year", "2026-01-01", 10, 0.01);
        bed.ladder("Own", "year", "2026-01-01", 10, 0.01);
        bed.agree("TOP", "Of all", "2026-01-01", true);
        bed.book(bed.of("TOP", "Of all", "2026-01-01"), "payout", 100_0000L);
        bed.ended("TOP", "Of all");
        bed.agree("LEFT", "Own", "2026-01-01", false);
        bed.agree("RIGHT", "Own", "2026-01-01", false);

        Rebate left = bed.of("LEFT", "Own", "2026-01-01");
        assertThat(left.earned()).isEqualTo(80_0000L);
        assertThat(left.payable()).as("160 earned together, 100 paid").isEqualTo(60_0000L);
        whoSeesAPartIsNotToldWhatMayBePaid(left);
        bed.book(left, "payout", 60_0000L);
        assertThat(bed.of("RIGHT", "Own", "2026-01-01").payable()).isZero();
        assertThat(bed.of("TOP", "Of all", "2026-01-01").owed()).isZero();

        bed.ended("RIGHT", "Own");
        assertThat(bed.of("TOP", "Of all", "2026-01-01").owed())
                .as("160 paid, 80 earned")
                .isEqualTo(80_0000L);
    }

    private void whoSeesAPartIsNotToldWhatMayBePaid(Rebate left) throws Exception {
        User manager = cast.keyAccountManager();
        bed.shown(grants, "part", manager, "LEFT");

        List<Rebate> seen = cast.as(manager, () -> rebates.of(left.accountId()));
        assertThat(seen).singleElement().satisfies(one -> {
            assertThat(one.earned()).isEqualTo(80_0000L);
            assertThat(one.against()).isNull();
            assertThat(one.payable()).isNull();
        });
        web.perform(get(left.path()).locale(Locale.ENGLISH).with(cast.signedIn(manager)))
                .andExpect(content().string(containsString("How much may be paid out is not shown")));
        web.perform(get("/api/v1/accounts/LEFT/rebates").header("Authorization", "Bearer " + cast.token(manager)))
                .andExpect(jsonPath("$.rebates[0].payable").isEmpty());
    }

    private void agreeFor(String ladder, String from, String until) {
        bed.ladder(ladder, "year", "2026-01-01", 10, 0.01);
        bed.agree("CHAIN", ladder, from, false);
        bed.inside("update terms.agreement set valid_until = '%s' where word = '%s'".formatted(until, ladder));
    }

    @Test
    void a_ladder_stands_where_the_one_before_it_has_lost_already() {
        agreeFor("First", "2026-07-01", "2026-12-31");
        agreeFor("Second", "2026-04-01", "2026-09-30");
        agreeFor("Third", "2026-01-01", "2026-05-31");

        assertThat(bed.of("CHAIN")).extracting(Rebate::ladder).containsExactlyInAnyOrder("First", "Third");
        assertThat(bed.of("CHAIN", "Third", "2026-01-01").earned()).isEqualTo(50_0000L);
        assertThat(bed.of("CHAIN", "First", "2026-01-01").earned()).isEqualTo(30_0000L);
    }

    private void quartersByStars(String code) {
        bed.inside("""
                insert into terms.accrual (ladder_id, account_id, period_from, period_to, version_id, counts_from, counts_to, whole_group, agreed)
                select l.id, %d, q.first, (q.first + interval '3 months' - interval '1 day')::date, v.id, q.first,
                       (q.first + interval '3 months' - interval '1 day')::date, false, false
                from terms.ladder l join terms.ladder_version v on v.ladder_id = l.id
                cross join (values (date '2025-01-01'), ('2025-04-01'), ('2025-07-01'), ('2025-10-01')) q(first)
                where l.name = 'Quarter 2025'
                """.formatted(bed.id(code)));
    }

    @Test
    void by_stars_the_longer_goes_before_the_shorter_unless_it_has_lost_itself() {
        bed.byStars("Year 2025", "STARS", "LONG");
        quartersByStars("STARS");
        quartersByStars("LONG");
        assertThat(bed.of("LONG", "Year 2025", "2025-01-01").earned())
                .as("the fourth quarter ends on the same day")
                .isEqualTo(80_0000L);
        assertThat(bed.of("LONG", "Quarter 2025", "2025-10-01").givesWay()).isTrue();

        bed.ladder("In summer", "quarter", "2025-01-01", 10, 0.03);
        bed.agree("STARS", "In summer", "2025-07-01", false);
        bed.inside("update terms.agreement set valid_until = '2025-09-30' where word = 'In summer'");

        assertThat(bed.of("STARS", "Year 2025", "2025-01-01").givesWay()).isTrue();
        assertThat(bed.of("STARS", "Quarter 2025", "2025-07-01").givesWay()).isTrue();
        assertThat(bed.of("STARS", "In summer", "2025-07-01").earned()).isEqualTo(30_0000L);
        for (String first : List.of("2025-01-01", "2025-04-01", "2025-10-01")) {
            assertThat(bed.of("STARS", "Quarter 2025", first).earned()).isEqualTo(10_0000L);
        }
    }

    @Test
    void a_group_is_that_of_the_day_to_which_the_ledger_was_counted() {
        bed.ladder("House", "year", "2025-01-01", 10, 0.01);
        bed.agree("LEAVES", "House", "2025-01-01", true);
        bed.inside(
                "update accounts.parent_link set valid_from = '2026-02-01', valid_to = '2026-12-01' where child_id = "
                        + bed.id("UNDER"));

        Rebate now = bed.of("LEAVES", "House", "2026-01-01");
        assertThat(now.measured()).isEqualTo(14_000_0000L);
        Rebate before = bed.of("LEAVES", "House", "2025-01-01");
        assertThat(before.measured()).isEqualTo(7_000_0000L);
        Statement statement =
                Acting.asOperator(() -> statements.of(before.accountId(), before.ladderId(), LocalDate.of(2025, 1, 1)));
        assertThat(statement.months().getLast().measured()).isEqualTo(before.measured());

        User manager = cast.keyAccountManager();
        bed.shown(grants, "head", manager, "LEAVES");
        assertThat(cast.as(manager, () -> rebates.of(now.accountId())))
                .as("the group still has a member whom the reader may not see")
                .hasSize(2)
                .allMatch(Rebate::withheld);
    }
}
