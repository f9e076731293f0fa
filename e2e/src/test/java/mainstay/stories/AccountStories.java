package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

@Story(on = Firm.SAMPLE)
class AccountStories {

    @Test
    void filter_and_order_of_the_list_stand_in_an_address_for_a_colleague(Visitors visitors) {
        Visit visit = visitors.director(Look.USUAL).go("/accounts");
        visit.page().getByLabel("Region").selectOption("Southwest");
        visit.page().waitForURL("**/accounts?*region=Southwest*");
        visit.follow(visit.page()
                .getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName("Credit limit"))
                .getByRole(AriaRole.LINK));
        assertThat(visit.address()).contains("region=Southwest").contains("creditLimit");
        String first = firstRow(visit.page()).innerText().strip();

        Visit colleague = visitors.sample("controller", Look.USUAL).go(visit.address());
        assertThat(firstRow(colleague.page()).innerText().strip()).isEqualTo(first);
        assertThat(colleague.page().locator("a.tag").innerText()).contains("Southwest");
    }

    @Test
    void a_search_finds_by_code_and_by_part_of_the_name(Visitors visitors) {
        Visit visit = visitors.director(Look.USUAL).go("/accounts");
        visit.page().locator("#filter-q").fill("sylvan");
        visit.page().keyboard().press("Enter");
        visit.page().waitForURL("**q=sylvan*");
        visit.settle();
        assertThat(visit.page().locator("tbody tr"))
                .satisfies(rows -> assertThat(rows.first().innerText()).containsIgnoringCase("sylvan"));
    }

    @Test
    void the_panels_of_an_account_load_in_place_and_have_addresses(Visitors visitors) {
        Visit visit = visitors.director(Look.USUAL).go("/accounts/401");
        visit.page().locator("#account-panel .tabs a[href$='/receivables']").click();
        visit.page().waitForURL("**/accounts/401/receivables");
        visit.settle();
        assertThat(visit.page().locator("#account-panel").innerText())
                .contains("Overdue", "Paid on time", "Open items");
        visit.page().goBack();
        visit.settle();
        assertThat(visit.page()
                        .locator("#account-panel .tabs [aria-current=page]")
                        .innerText())
                .isEqualTo("Overview");
    }

    @Test
    void a_key_account_manager_has_the_own_accounts_only(Visitors visitors) {
        Visit visit = visitors.sample("kam", Look.USUAL).go("/portfolio");
        assertThat(visit.heading()).isEqualTo("Your accounts");
        int own = accounts(visitors.sample("kam", Look.USUAL));
        int all = accounts(visitors.director(Look.USUAL));
        assertThat(own).isBetween(1, all / 2);
        String foreign = foreignAccount(visitors);
        visit.go(foreign);
        assertThat(visit.heading()).isEqualTo("Error 404");
    }

    @Test
    void a_viewer_sees_names_and_no_money(Visitors visitors) {
        Visit visit = visitors.sample("viewer", Look.USUAL).go("/accounts/401");
        assertThat(visit.heading()).isEqualTo("Wingtip Toys (Head Office)");
        visit.go("/accounts/401/receivables");
        assertThat(visit.page()
                        .locator("#account-panel td.num, #account-panel .figure-value")
                        .allInnerTexts())
                .isEmpty();
    }

    private static Locator firstRow(Page page) {
        return page.locator("tbody tr").first();
    }

    private static int accounts(Visit visit) {
        visit.go("/accounts");
        String count = visit.page().locator(".list-count").innerText();
        return Integer.parseInt(count.replaceAll("\\D", ""));
    }

    /// The first account of the firm's list that the key account manager's list does not have.
    private static String foreignAccount(Visitors visitors) {
        Locator links = visitors.director(Look.USUAL).go("/accounts").page().locator("tbody .list-name a.long-name");
        return links.all().stream()
                .map(link -> link.getAttribute("href"))
                .filter(path -> visitors.sample("kam", Look.USUAL)
                                .page()
                                .request()
                                .get(path)
                                .status()
                        == 404)
                .findFirst()
                .orElseThrow();
    }
}
