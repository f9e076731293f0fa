package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

@Story(on = Firm.SAMPLE)
class LanguageStories {

    @Test
    void the_way_to_a_key_account_in_simplified_chinese(Visitors visitors) {
        Visit visit = visitors.director(Look.CHINESE).go("/today");
        assertThat(visit.heading()).isEqualTo("今日");
        visit.follow(visit.navigation().getByText("客户组合"));
        visit.page().getByLabel("统计方式").selectOption("true");
        visit.follow(visit.page().locator("form.filters button"));
        assertThat(visit.page().locator("#key tbody tr").first().innerText()).contains("大客户");
        visit.follow(visit.page().locator("#key tbody a").first());
        assertThat(visit.page().locator("#account-panel").innerText()).contains("为什么是这个星级", "覆盖率");
    }

    @Test
    void dates_and_shares_follow_the_language(Visitors visitors) {
        Visit visit = visitors.director(Look.CHINESE).go("/portfolio");
        assertThat(visit.page().locator(".page-subtitle").innerText()).containsPattern("20\\d\\d年\\d+月\\d+日");
        assertThat(visit.page().locator(".figures").last().innerText())
                .containsPattern("\\d%")
                .doesNotContain(" %");
        String traditional =
                visitors.director(Look.USUAL.in("zh-TW")).go("/portfolio").heading();
        assertThat(traditional).isEqualTo("客戶組合");
    }

    @Test
    void the_menu_of_a_phone_opens_and_leads_on(Visitors visitors) {
        Visit visit = visitors.director(Look.CHINESE.onPhone()).go("/today");
        assertThat(visit.navigation().isVisible()).isFalse();
        visit.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("菜单"))
                .tap();
        visit.follow(visit.navigation().getByText("客户", new Locator.GetByTextOptions().setExact(true)));
        assertThat(visit.heading()).isEqualTo("客户");
    }
}
