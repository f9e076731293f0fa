package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/// A ladder is made, an account earns by it, and a second person approves what is paid out.
@Story(on = Firm.SAMPLE)
class RebateStories {

    private static final int PATIENCE_MILLIS = 90_000;

    @Test
    void what_a_ladder_earns_is_paid_out_once_a_second_person_agrees(Visitors visitors) {
        Visit secondDirector = visitors.someone("director", Look.USUAL);
        Visit director = visitors.director(Look.USUAL).go("/rebates/new");
        Page page = director.page();
        PageChecks.isAccessible(page);
        page.locator("#name").fill("Toys, yearly");
        page.locator("input[name=threshold]").first().fill("1000");
        page.locator("input[name=rate]").first().fill("101");
        page.locator("#from").fill("2016-01-01");
        director.follow(page.locator("main form button.btn-primary"));
        assertThat(page.locator("[role=alert]").innerText()).contains("A rate from 0 to 100 %");
        page.locator("input[name=rate]").first().fill("2");
        director.follow(page.locator("main form button.btn-primary"));
        assertThat(page.locator("main").innerText()).contains("The draft is kept", "Does it make accounts buy ahead?");
        PageChecks.isAccessible(page);
        secondDirector.go(director.address());
        secondDirector.follow(secondDirector.page().locator("form[action$='/publication'] button"));
        assertThat(secondDirector.page().locator("main").innerText()).contains("The ladder is in force");
        theNextVersionIsWrittenInEveryLanguage(visitors, secondDirector.address());

        String account = Places.largestAccount(visitors);
        director.go(account + "/terms");
        page.locator("#agreements summary").click();
        page.locator("#agreement-measure").selectOption("rebateLadder");
        page.locator("#agreement-value").fill("Toys, yearly");
        page.locator("#agreement-from").fill("2016-01-01");
        page.locator("#agreement-reason").fill("Grows with us");
        director.follow(page.locator("#agreements form.narrow-form button[type=submit]"));
        assertThat(page.locator("#agreements").innerText()).contains("Toys, yearly", "waits for approval");
        Visit controller = visitors.someone("controller", Look.USUAL);
        approve(controller, "Grows with us");
        approve(secondDirector, "Grows with us");

        director.go(account + "/rebates");
        Locator statement = page.locator("#account-panel a[href^='" + account + "/rebates/']")
                .first();
        long patience = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        while (statement.count() == 0 && System.nanoTime() < patience) {
            page.waitForTimeout(1_000);
            director.go(account + "/rebates");
        }
        PageChecks.isAccessible(page);
        director.follow(statement);
        PageChecks.isAccessible(page);
        String address = director.address();
        page.locator("#amount").fill("100");
        page.locator("#reason").fill("First half");
        director.follow(page.locator("form[action$='/payouts'] button[type=submit]"));
        assertThat(page.locator("main").innerText()).contains("waits for approval");

        approve(controller, "First half");
        director.go(address);
        assertThat(page.locator("#account-panel").innerText()).contains("Payout: 100.00", "booked");
    }

    /// The sample has no ladder, so this form is among no places.
    private static void theNextVersionIsWrittenInEveryLanguage(Visitors visitors, String ladder) {
        for (String language : Look.LANGUAGES) {
            Page page = visitors.director(Look.USUAL.in(language))
                    .go(ladder + "/versions")
                    .page();
            assertThat(page.locator("#threshold-1").inputValue()).as(language).startsWith("1");
            PageChecks.speaks(page, language);
            PageChecks.isAccessible(page);
        }
        Page phone =
                visitors.director(Look.USUAL.onPhone()).go(ladder + "/versions").page();
        PageChecks.fitsItsWidth(phone, Look.Screen.PHONE.width());
    }

    private static void approve(Visit visit, String what) {
        visit.go("/today");
        Locator work = visit.page()
                .locator("article[data-rule=approval]", new Page.LocatorOptions().setHasText(what))
                .first();
        visit.follow(work.locator("form[action^='/approvals/'] button").first());
        assertThat(visit.page().locator("main").innerText()).contains("granted");
    }
}
