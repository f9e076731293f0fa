package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/// What the ledger shows of the quality of sales, and what a person makes of it.
@Story(on = Firm.SAMPLE)
class VerdictStories {
    private static final String CRITERION = "Shipped outside the territory, confirmed";
    private static final int PATIENCE_MILLIS = 90_000;

    @Test
    void a_director_confirms_a_finding_and_the_rating_moves(Visitors visitors) {
        Visit visit = visitors.director(Look.USUAL).go("/findings");
        Page page = visit.page();
        assertThat(visit.navigation().locator("a[aria-current=page]").innerText())
                .isEqualTo("Portfolio");
        PageChecks.isAccessible(page);

        visit.go("/findings?test=territory&verdict=open");
        String account =
                page.locator("tbody tr td a").first().getAttribute("href").replace("/findings", "");
        visit.go(account + "/rating");
        assertThat(points(page)).isEqualTo("100");

        visit.go("/findings?test=territory&verdict=open");
        visit.follow(page.locator("tbody tr td a[href^='/findings/']").first());
        String finding = visit.address();
        assertThat(page.locator("main").innerText()).contains("went to", "its territory is");
        PageChecks.isAccessible(page);
        page.locator("input[name=verdict][value=confirmed]").check();
        page.locator("#verdict-reason").fill("The carrier's papers say so");
        visit.follow(page.locator("#verdict button[type=submit]"));
        assertThat(page.locator("main").innerText()).contains("The carrier's papers say so");

        visit.go(account + "/rating");
        long patience = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        while (points(page).equals("100") && System.nanoTime() < patience) {
            page.waitForTimeout(1_000);
            visit.go(account + "/rating");
        }
        assertThat(points(page)).isNotEqualTo("100");
        assertThat(visit.go(account + "/findings")
                        .page()
                        .locator("#account-panel")
                        .innerText())
                .contains("Confirmed");
        assertThat(visit.go(finding).status()).isEqualTo(200);
    }

    private static String points(Page page) {
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(CRITERION));
        return row.first().locator("td.num").nth(1).innerText().strip();
    }
}
