package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/// What customers are worth, who is about to leave, and what that would cost or bring.
@Story(on = Firm.SAMPLE)
class ValueStories {

    @Test
    void a_director_sees_why_the_value_changed_and_why_an_account_is_at_risk(Visitors visitors) {
        Visit visit = visitors.director(Look.USUAL).go("/today");
        visit.follow(visit.navigation().getByText("Value"));
        Page page = visit.page();
        assertThat(page.locator("#bridge h2").innerText()).contains("Customer equity ");
        page.locator("#bridge [data-chart-src] svg").waitFor();
        page.locator("#parts [data-chart-src] svg").waitFor();
        page.locator("#bridge summary").click();
        assertThat(page.locator("#bridge tbody tr").count())
                .as("steps of the bridge")
                .isEqualTo(6);
        PageChecks.isAccessible(page);

        visit.follow(page.locator("#parts .chips a").getByText("Manager"));
        assertThat(visit.address()).startsWith("/value?by=manager");

        Locator risk = page.locator("#at-risk tbody tr").first();
        String account = risk.locator("a").first().innerText();
        String why = risk.locator(".finding-why").innerText();
        visit.follow(risk.locator("a").first());
        assertThat(visit.heading()).isEqualTo(account);
        String reason = why.substring(0, why.indexOf('.'));
        assertThat(page.locator("#account-panel ul").first().innerText()).contains(reason);
        page.locator("[data-chart-kind=range] svg").waitFor();
        assertThat(page.locator("#account-panel").innerText()).contains("Residual value", "95 %");
        PageChecks.isAccessible(page);
    }

    @Test
    void the_whale_board_follows_what_serving_costs(Visitors visitors) {
        Visit visit = visitors.director(Look.USUAL).go("/profit/whale");
        assertThat(visit.navigation().locator("a[aria-current=page]").innerText())
                .isEqualTo("Value");
        int losing = losing(visit);
        String cost = charge(visit, "900");
        try {
            assertThat(losing(visit.go("/profit/whale"))).isGreaterThan(losing);
            PageChecks.isAccessible(visit.page());
        } finally {
            charge(visit, cost);
        }
        assertThat(losing(visit.go("/profit/whale"))).isEqualTo(losing);
    }

    /// Sets the cost of an order, and tells what it was.
    private static String charge(Visit visit, String cost) {
        Page page = visit.go("/settings/rules").page();
        Locator field = page.locator("#perOrder");
        String before = field.inputValue();
        field.fill(cost);
        visit.follow(page.locator("form[action='/settings/rules'] button.btn-primary")
                .first());
        assertThat(page.locator("[role=status]").innerText()).contains("The rules are saved");
        return before;
    }

    private static int losing(Visit visit) {
        String title = visit.page().locator("#losses h2").innerText();
        return Integer.parseInt(title.replaceAll("\\D", ""));
    }

    @Test
    void a_slider_asks_what_more_loyalty_would_bring(Visitors visitors) {
        ask(visitors.director(Look.USUAL));
    }

    @Test
    void the_same_in_chinese_on_a_phone(Visitors visitors) {
        ask(visitors.director(Look.CHINESE.onPhone()));
    }

    private static void ask(Visit visit) {
        Page page = visit.go("/profit/what-if").page();
        PageChecks.isAccessible(page);
        PageChecks.fitsItsWidth(page, page.viewportSize().width);
        Locator finding = page.locator("a[href='/definitions/retention-what-if']");
        String before = finding.innerText();
        page.locator("input[data-slides=points]").fill("1");
        page.waitForURL("**/profit/what-if?**points=1**");
        visit.settle();

        assertThat(page.locator("#points").inputValue()).isEqualTo("1");
        assertThat(finding.innerText()).isNotEqualTo(before);
        assertThat(page.locator("#keeping tbody tr").count()).isPositive();
        visit.assertQuiet();
    }
}
