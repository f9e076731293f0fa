package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/// Somebody borrows an archive, and somebody else leaves.
@Story(on = Firm.SAMPLE)
class LoanStories {

    private static final String ACCOUNT = "981";
    private static final String ARCHIVE = "/accounts/" + ACCOUNT + "/archive";

    @Test
    void what_a_colleague_borrows_is_granted_on_a_phone_seen_and_called_back(Visitors visitors) {
        Visit borrower = visitors.sample("viewer", Look.USUAL).go("/archive/loans/new?account=" + ACCOUNT);
        Page page = borrower.page();
        page.locator("#purpose").fill("The autumn fair");
        borrower.follow(page.locator("main form[action='/archive/loans'] button[type=submit]"));
        assertThat(page.locator("main [role=alert]").innerText()).contains("Tick at least one part.");
        assertThat(page.locator("#purpose").inputValue()).isEqualTo("The autumn fair");
        page.locator("input[name=part][value=business]").check();
        PageChecks.isAccessible(page);
        borrower.follow(page.locator("main form[action='/archive/loans'] button[type=submit]"));
        assertThat(page.locator("main").innerText()).contains("The autumn fair", "asked");
        String loan = borrower.address();
        assertThat(borrower.go(ARCHIVE)
                        .page()
                        .locator("#business .dossier-line")
                        .count())
                .isZero();

        Visit custodian = visitors.sample("kam", Look.USUAL.onPhone()).go(loan);
        custodian.follow(custodian.page().locator("main dl a[href^='/approvals/']"));
        PageChecks.isAccessible(custodian.page());
        custodian.page().locator("#remark").fill("Only for the fair");
        custodian.follow(custodian.page().locator("button[name=decision][value=granted]"));

        borrower.go(ARCHIVE);
        assertThat(page.locator("main").innerText()).contains("You see parts of this archive as a loan, until");
        assertThat(page.locator("#business .dossier-line").count()).isPositive();
        PageChecks.isAccessible(page);

        custodian.go("/archive/looks?account=" + ACCOUNT);
        assertThat(custodian.page().locator("main").innerText()).contains("Vera Lund");
        custodian.go(loan).page().locator("main details summary").last().click();
        custodian.page().locator("#reason").fill("The fair is over");
        custodian.follow(custodian.page().locator("form[action$='/recall'] button[type=submit]"));

        assertThat(borrower.go(ARCHIVE)
                        .page()
                        .locator("#business .dossier-line")
                        .count())
                .isZero();
        assertThat(borrower.go(loan).page().locator("main").innerText()).contains("The fair is over", "called back");
    }

    @Test
    void the_archives_of_a_colleague_who_leaves_are_handed_over(Visitors visitors) {
        Visit director = visitors.director(Look.USUAL).go("/accounts/996/archive/custody");
        Page page = director.page();
        page.locator("#custodian").selectOption("Conrad Albers (Credit controller)");
        PageChecks.isAccessible(page);
        director.follow(page.locator("form[action$='/custody'] button[type=submit]"));
        assertThat(page.locator("main").innerText()).contains("Conrad Albers answers for this archive.");

        director.go("/archive/leaving/controller");
        assertThat(page.locator("main").innerText()).contains("Answers for 1 archive");
        page.locator("#heir").selectOption("Sophia Hinton (Key account manager)");
        PageChecks.isAccessible(page);
        director.follow(page.locator("main form button[type=submit]"));
        assertThat(page.locator("main").innerText()).contains("Answers for no archive");

        Visit heir = visitors.sample("kam", Look.USUAL).go("/accounts/996/archive");
        assertThat(heir.page().locator("main").innerText()).contains("Sophia Hinton answers for this archive.");
        director.go("/accounts/996/archive/custody")
                .page()
                .locator("#custodian")
                .selectOption("");
        director.follow(page.locator("form[action$='/custody'] button[type=submit]"));
    }
}
