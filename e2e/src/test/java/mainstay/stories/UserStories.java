package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

@Story(on = Firm.SAMPLE)
class UserStories {

    @Test
    void the_administrator_adds_a_colleague_who_can_sign_in(Visitors visitors) {
        Visit visit = visitors.someone("viewer", Look.USUAL).go("/profile");
        assertThat(visit.heading()).isEqualTo("My profile");
        assertThat(visit.page().locator(".page-subtitle").innerText()).isEqualTo("any-viewer · Viewer");
    }

    @Test
    void the_last_administrator_cannot_be_shut_out(Visitors visitors) {
        Page page = visitors.administrator().go("/settings/users").page();
        row(page, Visitors.ADMINISTRATOR)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Shut out"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS).innerText())
                .isEqualTo("This is the last administrator. Make somebody else an administrator first.");
    }

    @Test
    void settings_are_closed_to_a_viewer(Visitors visitors) {
        Visit visit = visitors.someone("viewer", Look.USUAL).go("/settings/users");
        assertThat(visit.heading()).isEqualTo("Error 403");
        assertThat(visit.page().locator("main").innerText()).contains("You may not do this", "Request number");
        assertThat(visit.page().locator("a[href='/settings/firm']").count()).isZero();
    }

    @Test
    void an_unknown_address_has_a_page_too(Visitors visitors) {
        Visit visit = visitors.someone("viewer", Look.CHINESE).go("/no-such-page");
        assertThat(visit.page().locator("main").innerText()).contains("请求编号");
    }

    private static Locator row(Page page, String name) {
        return page.locator("tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(name, new Page.GetByTextOptions().setExact(true))));
    }
}
