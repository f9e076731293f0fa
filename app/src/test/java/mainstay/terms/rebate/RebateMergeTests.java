package mainstay.terms.rebate;

import static org.assertj.core.api.Assertions.assertThat;

import mainstay.accounts.Accounts;
import mainstay.accounts.MergeBench;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/// Rebates follow accounts that are merged, and go back with them.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebateMergeTests {

    @Autowired
    MergeBench merges;

    private RebateTestbed bed;

    @BeforeAll
    void two_years_of_sales(
            @Autowired ImportDesk desk,
            @Autowired Accounts accounts,
            @Autowired Accruals accruals,
            @Autowired Rebates rebates) {
        bed = new RebateTestbed(accounts, accruals, rebates);
        TermsTestbed.bring(desk, Kind.SALES, """
                customer,document,date,amount
                OLD,1,2026-03-01,90000
                NEW,2,2026-03-02,50000
                BEFORE,3,2025-03-01,110000
                AFTER,4,2025-03-02,200000
                ALONE,5,2025-03-03,300000
                EMPTY,6,2025-03-03,1
                THEIRS,7,2026-03-03,1000
                OURS,8,2026-03-03,1000
                LAST,9,2026-11-13,1
                """);
        bed.ladder("Agreed", "year", "2026-01-01", 100_000, 0.01);
        bed.agree("OLD", "Agreed", "2026-01-01", false);
        bed.ladder("By stars", "year", "2025-01-01", 100_000, 0.01);
        byStars("BEFORE", "AFTER", "ALONE");
    }

    /// The year is over, and these had the stars for the ladder then.
    private void byStars(String... codes) {
        for (String code : codes) {
            bed.inside("""
                    insert into terms.accrual (ladder_id, account_id, period_from, period_to, version_id, counts_from, counts_to, whole_group,
                                               agreed)
                    select l.id, %d, '2025-01-01', '2025-12-31', v.id, '2025-01-01', '2025-12-31', false, false
                    from terms.ladder l join terms.ladder_version v on v.ladder_id = l.id where l.name = 'By stars'
                    """.formatted(bed.id(code)));
        }
    }

    private void pay(String code, String ladder, String from, long amount) {
        Rebate rebate = bed.of(code, ladder, from);
        bed.inside("""
                insert into terms.rebate_booking (account_id, ladder_id, period_from, kind, amount, reason, asked_by, asked_at, granted_at)
                values (%d, %d, '%s', 'payout', %d, 'story', 'story', now(), now())
                """.formatted(rebate.accountId(), rebate.ladderId(), from, amount));
    }

    @Test
    void an_agreed_rebate_counts_what_both_bought_while_they_are_one() {
        assertThat(bed.of("OLD", "Agreed", "2026-01-01").earned()).isZero();

        long merge = merges.merge("NEW", "OLD").orElseThrow();
        assertThat(bed.of("NEW", "Agreed", "2026-01-01").measured()).isEqualTo(140_000_0000L);
        assertThat(bed.of("NEW", "Agreed", "2026-01-01").earned()).isEqualTo(1_400_0000L);

        merges.undo(merge);
        assertThat(bed.of("NEW")).isEmpty();
        assertThat(bed.of("OLD", "Agreed", "2026-01-01").measured()).isEqualTo(90_000_0000L);
    }

    @Test
    void rebates_of_a_year_that_is_over_become_one_and_part_again_with_what_was_paid() {
        pay("BEFORE", "By stars", "2025-01-01", 100_0000);
        pay("AFTER", "By stars", "2025-01-01", 500_0000);

        long merge = merges.merge("AFTER", "BEFORE").orElseThrow();
        Rebate one = bed.of("AFTER", "By stars", "2025-01-01");
        assertThat(one.earned()).isEqualTo(3_100_0000L);
        assertThat(one.paid()).isEqualTo(600_0000L);

        merges.undo(merge);
        assertThat(bed.of("AFTER", "By stars", "2025-01-01").earned()).isEqualTo(2_000_0000L);
        assertThat(bed.of("AFTER", "By stars", "2025-01-01").paid()).isEqualTo(500_0000L);
        assertThat(bed.of("BEFORE", "By stars", "2025-01-01").earned()).isEqualTo(1_100_0000L);
        assertThat(bed.of("BEFORE", "By stars", "2025-01-01").paid()).isEqualTo(100_0000L);
    }

    @Test
    void what_the_survivor_earned_itself_stays_with_it_when_they_part() {
        long merge = merges.merge("ALONE", "EMPTY").orElseThrow();
        assertThat(bed.of("ALONE", "By stars", "2025-01-01").earned()).isEqualTo(3_000_0100L);

        merges.undo(merge);
        assertThat(bed.of("EMPTY")).isEmpty();
        assertThat(bed.of("ALONE", "By stars", "2025-01-01").earned()).isEqualTo(3_000_0000L);
    }

    @Test
    void one_purchase_does_not_earn_by_the_ladders_of_both() {
        bed.ladder("Theirs", "year", "2026-01-01", 10, 0.01);
        bed.ladder("Ours", "year", "2026-01-01", 10, 0.05);
        bed.agree("OURS", "Ours", "2026-01-01", false);
        bed.agree("THEIRS", "Theirs", "2026-01-01", false);

        long merge = merges.merge("OURS", "THEIRS").orElseThrow();
        assertThat(bed.of("OURS")).singleElement().satisfies(one -> {
            assertThat(one.ladder()).isEqualTo("Ours");
            assertThat(one.earned()).isEqualTo(100_0000L);
        });

        merges.undo(merge);
        assertThat(bed.of("THEIRS", "Theirs", "2026-01-01").earned()).isEqualTo(10_0000L);
        assertThat(bed.of("OURS", "Ours", "2026-01-01").earned()).isEqualTo(50_0000L);
    }
}
