package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/// A loan ends by itself, at the minute that was agreed.
@Story(on = Firm.MOVABLE)
class LoanTimeStories {

    private static final String ACCOUNT = "981";
    private static final String ENDS = "(select max(ends_at) from dossier.loan)";

    @Test
    void what_is_borrowed_is_seen_until_the_minute_it_ends_and_not_after(Visitors visitors) {
        Visit borrower = visitors.sample("viewer", Look.CHINESE).go("/archive/loans/new?account=" + ACCOUNT);
        Page page = borrower.page();
        page.locator("#purpose").fill("秋季展会");
        page.locator("input[name=part][value=business]").check();
        borrower.follow(page.locator("main form[action='/archive/loans'] button[type=submit]"));
        String loan = borrower.address();

        Visit custodian = visitors.sample("kam", Look.CHINESE.onPhone()).go(loan);
        custodian.follow(custodian.page().locator("main dl a[href^='/approvals/']"));
        custodian.follow(custodian.page().locator("button[name=decision][value=granted]"));

        visitors.mainstay().moveClockTo(ENDS + " - interval '1 minute'");
        assertThat(borrowed(borrower).count()).isPositive();
        assertThat(page.locator("main").innerText()).contains("借阅");

        visitors.mainstay().moveClockTo(ENDS);
        assertThat(borrowed(borrower).count()).isZero();
    }

    private static Locator borrowed(Visit borrower) {
        return borrower.go("/accounts/" + ACCOUNT + "/archive").page().locator("#business .dossier-line");
    }
}
