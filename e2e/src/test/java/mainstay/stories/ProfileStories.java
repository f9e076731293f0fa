package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

@Story(on = Firm.SAMPLE)
class ProfileStories {

    @Test
    void language_and_appearance_are_kept_for_the_person(Visitors visitors) {
        Visit visit = visitors.someone("agent", Look.USUAL).go("/profile");
        Page page = visit.page();
        page.getByLabel("Language").selectOption("zh-CN");
        page.getByLabel("Appearance").selectOption("dark");
        page.locator("form[action='/profile'] button").click();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("zh-CN");
        assertThat(page.locator("html").getAttribute("data-bs-theme")).isEqualTo("dark");

        Visit elsewhere = visitors.someone("agent", Look.USUAL).go("/profile");
        assertThat(elsewhere.page().locator("html").getAttribute("lang")).isEqualTo("zh-CN");
    }

    @Test
    void a_token_is_shown_once_and_can_be_revoked(Visitors visitors) {
        Page page = visitors.someone("director", Look.USUAL).go("/profile").page();
        page.getByLabel("What is it for?").fill("the ERP");
        page.locator("#token-password").fill(visitors.passwordOf("any-director"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make token"))
                .click();
        assertThat(page.locator("code.secret").innerText()).hasSizeGreaterThan(20);
        page.navigate("/profile");
        assertThat(page.locator("code.secret").count()).isZero();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Revoke the ERP"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS).innerText()).isEqualTo("The token is revoked.");
    }
}
