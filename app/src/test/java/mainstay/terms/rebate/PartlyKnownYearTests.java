package mainstay.terms.rebate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import mainstay.accounts.Accounts;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/// The ledger begins on 1 July 2025: of the year before the last one it knows some months only.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartlyKnownYearTests {

    private RebateTestbed bed;

    @BeforeAll
    void seventeen_months_of_even_business(
            @Autowired ImportDesk desk,
            @Autowired Accounts accounts,
            @Autowired Accruals accruals,
            @Autowired Rebates rebates) {
        bed = new RebateTestbed(accounts, accruals, rebates);
        StringBuilder sales = new StringBuilder("customer,document,date,product,amount\n");
        for (int month = 0; month < 17; month++) {
            sales.append("EVEN,E%d,%s,P1,1000\n"
                    .formatted(month, LocalDate.of(2025, 7, 5).plusMonths(month)));
        }
        sales.append("OTHER,O1,2025-07-01,P1,1\nOTHER,O2,2026-11-13,P1,1\n");
        TermsTestbed.bring(desk, Kind.SALES, sales.toString());
        bed.ladder("Yearly", "year", "2026-01-01", 10, 0.01);
    }

    @Test
    void what_was_not_known_a_year_before_is_no_growth() {
        bed.agree("EVEN", "Yearly", "2026-01-01", false);

        Rebate one = bed.of("EVEN", "Yearly", "2026-01-01");

        assertThat(one.measured()).isEqualTo(11_000_0000L);
        assertThat(one.expectedMeasured())
                .as("the 1,000 of last December, at the pace of July to November of both years")
                .isEqualTo(12_000_0000L);
    }
}
