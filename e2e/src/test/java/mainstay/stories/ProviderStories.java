package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import mainstay.identity.IdentityServer;
import org.junit.jupiter.api.Test;

/// People sign in with the account that the firm's identity server keeps for them.
@Story(on = Firm.FEDERATED)
class ProviderStories {

    @Test
    void who_is_called_the_same_there_comes_in_by_one_button(Visitors visitors) {
        visitors.newcomer("story.lin", "kam");
        IdentityServer.CLAIMS.put("lin", Map.of("preferred_username", "story.lin"));
        Visit visit = visitors.stranger(Look.CHINESE.onPhone()).go("/sign-in");
        Page page = visit.page();
        PageChecks.isAccessible(page);
        visit.follow(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("用 Harbour ID 登录")));
        introduce(visit, "lin");

        assertThat(visit.go("/profile").heading()).isEqualTo("个人设置");
        visit.follow(page.locator("main a[href='/profile/provider']"));
        assertThat(page.locator("main").innerText()).contains("您在身份服务器的账号", "起认识此用户");
        PageChecks.speaks(page, "zh-CN");
        PageChecks.isAccessible(page);
        PageChecks.fitsItsWidth(page, Look.CHINESE.onPhone().screen().width());
        assertThat(visitors.administrator()
                        .go("/settings/users")
                        .page()
                        .locator("tr:has-text('story.lin')")
                        .first()
                        .innerText())
                .contains("identity server");
    }

    @Test
    void who_is_called_otherwise_there_links_the_account_once_and_unlinks_it(Visitors visitors) {
        String password = visitors.newcomer("story.mo", "administrator");
        IdentityServer.CLAIMS.put("number-77", Map.of("preferred_username", "mo@elsewhere.example"));
        Visit visit = visitors.stranger(Look.USUAL).go("/sign-in");
        Page page = visit.page();
        visit.follow(byProvider(page));
        introduce(visit, "number-77");
        assertThat(page.getByRole(AriaRole.ALERT).innerText())
                .contains("no account here that is open answers to what it calls you", "link your account");

        visit.signIn("story.mo", password);
        visit.go("/profile/provider");
        PageChecks.isAccessible(page);
        page.locator("#provider-password").fill(password);
        visit.follow(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Continue")));
        PageChecks.isAccessible(page);
        visit.follow(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Go to Harbour ID")));
        if (page.locator("#username").count() > 0) {
            introduce(visit, "number-77");
        }
        assertThat(page.locator("main").innerText()).contains("Is this you?");
        PageChecks.isAccessible(page);
        visit.follow(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Yes, link it")));
        assertThat(page.getByRole(AriaRole.STATUS).first().innerText())
                .contains("Linked: you may sign in by Harbour ID from now on.");

        visit.follow(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")));
        visit.go("/sign-in").follow(byProvider(page));
        assertThat(visit.go("/profile/provider").heading()).isEqualTo("Identity server");
        page.locator("#provider-password").fill(password);
        visit.follow(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Unlink")));
        assertThat(page.locator("main").innerText()).contains("Link your account at Harbour ID");
    }

    private static Locator byProvider(Page page) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in with Harbour ID"));
    }

    /// On the page of the identity server.
    private static void introduce(Visit visit, String name) {
        Page page = visit.page();
        page.locator("#username").fill(name);
        page.locator("#password").fill("secret");
        visit.follow(page.locator("button[type=submit]"));
    }
}
