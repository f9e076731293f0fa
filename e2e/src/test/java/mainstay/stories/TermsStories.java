package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Who may give what, and what happens where somebody wants more.
@Story(on = Firm.SAMPLE)
class TermsStories {

    @Test
    void a_manager_asks_for_special_terms_sees_the_clock_and_gets_them(Visitors visitors) {
        Visit manager = visitors.sample("kam", Look.USUAL).go("/accounts");
        Page page = manager.page();
        String account = ownAccount(manager);
        manager.go(account + "/terms");
        page.locator("#agreements details summary").click();
        page.locator("#agreement-measure").selectOption("paymentTerm");
        page.locator("#agreement-value").fill("a long while");
        page.locator("#agreement-reason").fill("They open three shops next spring");
        manager.follow(page.locator("#agreements form[action$='/agreements'] button[type=submit]"));
        assertThat(page.locator("#agreements [role=alert]").innerText()).contains("Value");
        assertThat(page.locator("#agreement-reason").inputValue()).isEqualTo("They open three shops next spring");
        PageChecks.isAccessible(page);
        page.locator("#agreement-value").fill("75");
        manager.follow(page.locator("#agreements form[action$='/agreements'] button[type=submit]"));
        assertThat(page.locator("#agreements").innerText()).contains("75", "waits for approval");

        manager.go("/approvals?list=mine");
        manager.follow(page.locator("main a[href^='/approvals/']")
                .filter(new Locator.FilterOptions().setHasText("75"))
                .first());
        assertThat(page.locator("main").innerText())
                .contains("They open three shops next spring", "Credit controller", "waited", "at most")
                .contains("Withdraw");
        String request = manager.address();

        grant(visitors.sample("controller", Look.USUAL), request, "They pay in time");
        grant(visitors.director(Look.USUAL.onPhone()), request, "Until the shops are open");

        manager.go(account + "/terms");
        assertThat(page.locator("#agreements").innerText()).contains("holds");
        assertThat(page.locator("main table").first().innerText()).contains("75");
    }

    /// The first account of the list for which the manager may ask; of others he is a member of the team.
    private static String ownAccount(Visit manager) {
        return manager.page().locator("tbody a[href^='/accounts/']").all().stream()
                .map(link -> link.getAttribute("href"))
                .distinct()
                .toList()
                .stream()
                .filter(account -> manager.go(account + "/terms")
                                .page()
                                .locator("#agreements details summary")
                                .count()
                        > 0)
                .findFirst()
                .orElseThrow();
    }

    private static void grant(Visit visit, String request, String remark) {
        visit.go(request).page().locator("#remark").fill(remark);
        visit.follow(visit.page().locator("button[name=decision][value=granted]"));
        assertThat(visit.page().locator("main").innerText()).contains(remark);
    }

    @Test
    void a_controller_lets_a_held_order_go_with_approval_or_money(Visitors visitors) {
        String token = token(visitors.director(Look.USUAL).go("/profile").page(), visitors.passwordOf("director"));
        Visit controller = visitors.sample("controller", Look.USUAL).go("/accounts?sort=-creditLimit");
        Page page = controller.page();
        String account = page.locator("tbody a[href^='/accounts/']").first().getAttribute("href");
        String code = account.substring(account.lastIndexOf('/') + 1);

        assertThat(check(page, token, code, "held-1", 9_000_000)).contains("\"hold\"");
        controller.go("/today");
        assertThat(page.locator("main").innerText()).contains("STORY-1");
        controller.go("/held-orders");
        Locator order = page.locator("section.card")
                .filter(new Locator.FilterOptions().setHasText("STORY-1"))
                .first();
        assertThat(order.innerText()).contains("9,000,000", "against the limit of");
        PageChecks.isAccessible(page);

        order.locator("input[name=amount]").fill("nine million");
        controller.follow(order.locator("form[action$='/prepayments'] button"));
        assertThat(page.locator("main").innerText()).contains("The prepayment is a number above 0");
        order.locator("input[name=amount]").fill("9,000,000");
        controller.follow(order.locator("form[action$='/prepayments'] button"));
        assertThat(page.locator("main").innerText()).contains("The prepayment is noted.");
        assertThat(check(page, token, code, "held-2", 9_000_000)).contains("\"allowed\"");

        assertThat(check(page, token, code, "held-1", 9_000_000))
                .as("the same question has the same answer")
                .contains("\"hold\"");
    }

    private static String token(Page page, String password) {
        page.getByLabel("What is it for?").fill("orders");
        page.locator("#token-password").fill(password);
        page.locator("input[name=scope][value=credit-check]").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make token"))
                .click();
        return page.locator("code.secret").innerText().strip();
    }

    private static String check(Page page, String token, String code, String key, int amount) {
        APIResponse answer = page.request()
                .post(
                        "/api/v1/credit-checks",
                        RequestOptions.create()
                                .setHeader("Authorization", "Bearer " + token)
                                .setHeader("Idempotency-Key", key)
                                .setData(Map.of(
                                        "account", code, "stage", "order", "amount", amount, "order", "STORY-1")));
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }
}
