package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/// The main job: who carries the firm, why, and what asks for somebody today.
@Story(on = Firm.SAMPLE)
class FindingStories {

    private static final String COMPLETION = "form[action='/today/completions']";

    @Test
    void the_terminal_greets_with_address_sign_in_and_findings(Visitors visitors) {
        assertThat(visitors.mainstay().output())
                .contains("Mainstay is up at http://127.0.0.1:", "Sign in as", "First findings", "overdue");
    }

    @Test
    void today_leads_from_overdue_money_to_the_invoices(Visitors visitors) {
        Visit visit = visitors.director(Look.USUAL).go("/");
        assertThat(visit.address()).isEqualTo("/today");
        Locator overdue =
                visit.page().locator("article[data-rule=overdue] h3 a").first();
        String debtor = overdue.innerText().replace("Collect from ", "");
        visit.follow(overdue);
        assertThat(visit.heading()).isEqualTo(debtor);
        assertThat(visit.page().locator("#account-panel table td.text-bad").count())
                .as("overdue invoices")
                .isPositive();
    }

    @Test
    void the_portfolio_leads_to_a_key_account_and_on_to_the_rows_behind_its_stars(Visitors visitors) {
        Visit visit = visitors.director(Look.USUAL).go("/today");
        visit.follow(visit.navigation().getByText("Portfolio"));
        visit.page()
                .getByLabel("Count", new Page.GetByLabelOptions().setExact(true))
                .selectOption("true");
        visit.follow(visit.page().locator("form.filters button"));
        assertThat(visit.address()).contains("group=true");
        assertThat(visit.page().locator("#key tbody tr").first().innerText())
                .contains("Tailspin Toys (Head Office)", "Key", "% of sales", "pays well", "of 5");

        visit.follow(visit.page().locator("#key tbody a").first());
        assertThat(visit.address()).endsWith("/rating?group=true");
        assertThat(visit.page().locator(".stars").getAttribute("aria-label")).endsWith("of 4 stars");
        assertThat(visit.page().locator("#account-panel").innerText()).contains("Why these stars", "Coverage");

        Locator revenue = criterion(visit.page(), "Revenue, 12 months").locator("a");
        String figure = revenue.innerText();
        visit.follow(revenue);
        assertThat(visit.address()).endsWith("/business?group=true");
        assertThat(visit.page().locator(".figure-value").first().innerText()).isEqualTo(figure);
        visit.page().getByText("As a table").click();
        assertThat(visit.page().locator("#account-panel details tbody tr").count())
                .as("months")
                .isGreaterThanOrEqualTo(12);
    }

    @Test
    void an_unknown_figure_says_why_and_what_to_find_out(Visitors visitors) {
        Visit visit = visitors.director(Look.USUAL).go("/accounts/1/rating");
        assertThat(criterion(visit.page(), "Credit limit use").locator(".hint").getAttribute("title"))
                .isEqualTo("No credit limit is set.");
        assertThat(visit.page().locator("#account-panel").innerText()).contains("What to find out next");
    }

    @Test
    void what_is_done_leaves_today_and_can_be_taken_back(Visitors visitors) {
        Visit visit = visitors.director(Look.USUAL).go("/today");
        Locator first = visit.page().locator(COMPLETION).first();
        Locator entry = visit.page().locator(COMPLETION + input(first, "rule") + input(first, "subject"));
        assertThat(entry.count()).isEqualTo(1);
        visit.follow(entry.locator("button").first());
        assertThat(entry.count()).as("the next one may have taken its place").isZero();
        visit.page().locator("details.card summary").click();
        visit.follow(
                visit.page().locator("form[action='/today/reopenings'] button").first());
        assertThat(entry.count()).isEqualTo(1);
    }

    private static String input(Locator form, String name) {
        String value = form.locator("input[name='" + name + "']").inputValue();
        return ":has(input[name='%s'][value='%s'])".formatted(name, value);
    }

    @Test
    void every_figure_leads_to_its_definition(Visitors visitors) {
        Visit visit = visitors.director(Look.USUAL).go("/portfolio");
        for (Locator figure :
                visit.page().locator(".door a[href^='/definitions/']").all()) {
            String definition = figure.getAttribute("href");
            assertThat(visit.page().request().get(definition).status())
                    .as(definition)
                    .isEqualTo(200);
        }
    }

    private static Locator criterion(Page page, String name) {
        return page.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
    }
}
