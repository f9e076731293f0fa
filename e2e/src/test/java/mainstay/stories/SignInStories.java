package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

@Story(on = Firm.SAMPLE)
class SignInStories {

    @Test
    void a_wrong_password_leads_back_to_the_form_with_a_sentence(Visitors visitors) {
        Visit visit = visitors.stranger(Look.USUAL).signIn(Visitors.ADMINISTRATOR, "not-my-password");
        assertThat(visit.page().getByRole(AriaRole.ALERT).innerText())
                .isEqualTo("The user name or the password is not right.");
        assertThat(visit.heading()).isEqualTo("Sign in");
    }

    @Test
    void who_wanted_a_page_gets_it_after_signing_in(Visitors visitors) {
        Visit visit = visitors.stranger(Look.USUAL).go("/accounts?status=all");
        assertThat(visit.heading()).isEqualTo("Sign in");
        visit.page().locator("#name").fill(Visitors.ADMINISTRATOR);
        visit.page().locator("#password").fill(RunningMainstay.PASSWORD);
        visit.page().keyboard().press("Enter");
        visit.page().waitForURL("**/accounts?status=all*");
        assertThat(visit.heading()).isEqualTo("Accounts");
    }

    @Test
    void signing_out_ends_the_session(Visitors visitors) {
        Visit visit = visitors.stranger(Look.USUAL).signIn(Visitors.ADMINISTRATOR, RunningMainstay.PASSWORD);
        Page page = visit.go("/profile").page();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(page.getByRole(AriaRole.ALERT).innerText()).isEqualTo("You are signed out.");
        visit.go("/profile");
        assertThat(visit.heading()).isEqualTo("Sign in");
    }

    @Test
    void the_top_takes_one_line_on_every_screen_that_is_no_phone(Visitors visitors) {
        Visit visit = visitors.administrator(Look.USUAL).go("/today");
        for (int width : new int[] {768, 899, 900, 1024, 1099, 1100, 1199, 1200, 1366}) {
            visit.page().setViewportSize(width, 800);
            assertThat(visit.page().locator("header.navbar").boundingBox().height)
                    .as("at %d", width)
                    .isLessThan(70);
        }
        visit.page().setViewportSize(1024, 800);
        visit.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(visit.heading()).isEqualTo("Sign in");
    }

    @Test
    void the_browser_chooses_the_language_of_a_stranger(Visitors visitors) {
        assertThat(visitors.stranger(Look.USUAL.in("zh-CN")).go("/sign-in").heading())
                .isEqualTo("登录");
        assertThat(visitors.stranger(Look.USUAL.in("zh-TW")).go("/sign-in").heading())
                .isEqualTo("登入");
        assertThat(visitors.stranger(Look.USUAL.in("de")).go("/sign-in").heading())
                .isEqualTo("Sign in");
    }
}
