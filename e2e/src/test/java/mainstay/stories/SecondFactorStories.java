package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A code after the password, and what somebody does about a session that is not theirs.
@Story(on = Firm.SAMPLE)
class SecondFactorStories {

    @Test
    void an_app_is_set_up_and_asked_for_and_a_code_on_paper_opens_once(Visitors visitors) {
        String password = visitors.newcomer("story-tara", "agent");
        Visit visit = visitors.stranger(Look.USUAL).signIn("story-tara", password);
        Page page = visit.go("/profile/second-factor").page();
        PageChecks.isAccessible(page);
        PhoneApp phone = begin(visit, password);
        PageChecks.isAccessible(page);
        confirm(visit, "000000");
        assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("This code is not right.");
        confirm(visit, phone.code());
        List<String> onPaper = page.locator("ol.secret code").allInnerTexts();
        assertThat(onPaper).hasSizeGreaterThan(5).doesNotHaveDuplicates();
        PageChecks.isAccessible(page);

        visit.follow(button(page, "Sign out"));
        visit.signIn("story-tara", password);
        page.waitForURL("**/sign-in/code");
        assertThat(visit.go("/accounts").heading()).isEqualTo("Sign in");
        visit.signIn("story-tara", password);
        page.waitForURL("**/sign-in/code");
        PageChecks.isAccessible(page);
        type(visit, phone.code());
        assertThat(visit.go("/profile").heading()).isEqualTo("My profile");

        visit.follow(button(page, "Sign out"));
        visit.signIn("story-tara", password);
        type(visit, onPaper.getFirst());
        visit.go("/profile/second-factor");
        assertThat(page.locator("main").innerText()).contains((onPaper.size() - 1) + " recovery codes left");

        visit.follow(button(page, "Sign out"));
        visit.signIn("story-tara", password);
        type(visit, onPaper.getFirst());
        assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("This code is not right.");
    }

    @Test
    void a_session_elsewhere_is_seen_and_ended(Visitors visitors) {
        String password = visitors.newcomer("story-ulf", "viewer");
        Visit elsewhere = visitors.stranger(Look.CHINESE.onPhone()).signIn("story-ulf", password);
        elsewhere.go("/profile/sessions");
        assertThat(elsewhere.heading()).isEqualTo("会话与登录记录");
        PageChecks.isAccessible(elsewhere.page());
        PageChecks.fitsItsWidth(
                elsewhere.page(), Look.CHINESE.onPhone().screen().width());

        Visit here = visitors.stranger(Look.USUAL).signIn("story-ulf", password).go("/profile/sessions");
        Locator others = here.page().locator("form[action^='/profile/sessions/'][action$='/end'] button[aria-label]");
        assertThat(others.count()).isEqualTo(1);
        here.follow(others);
        assertThat(here.page().getByRole(AriaRole.STATUS).innerText()).isEqualTo("The session has ended.");

        assertThat(elsewhere.go("/profile").heading()).isEqualTo("登录");
        assertThat(here.go("/profile").heading()).isEqualTo("My profile");
    }

    private static PhoneApp begin(Visit visit, String password) {
        Page page = visit.page();
        page.locator("#begin-password").fill(password);
        visit.follow(button(page, "Set up an app"));
        return PhoneApp.of(page.locator("code.secret").innerText());
    }

    private static void confirm(Visit visit, String code) {
        visit.page().locator("#code").fill(code);
        visit.follow(button(visit.page(), "Confirm"));
    }

    private static void type(Visit visit, String code) {
        visit.page().waitForURL("**/sign-in/code");
        visit.page().locator("#code").fill(code);
        visit.follow(visit.page().locator("form[action='/sign-in/code'] button"));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
