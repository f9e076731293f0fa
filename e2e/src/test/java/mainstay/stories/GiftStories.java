package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What is given is written down on the way, asked for where it goes over the limit, and struck out where it was wrong.
@Story(on = Firm.SAMPLE)
class GiftStories {

    private static final String ACCOUNT = "981";
    private static final Pattern PERSON = Pattern.compile("^/people/\\d+");

    @Test
    void a_gift_is_written_down_on_a_phone_and_asked_for_over_the_limit(Visitors visitors) {
        limit(visitors, "500");
        Visit giver = visitors.sample("kam", Look.CHINESE.onPhone());
        Page page = giver.page();
        String gifts = somebody(giver, "礼文轩") + "/gifts";
        giver.go(gifts);
        PageChecks.isAccessible(page);
        PageChecks.speaks(page, "zh-CN");
        give(giver, "320", "中秋", "");
        assertThat(page.locator("main").innerText()).contains("已记录礼品。", "320", "中秋", "已登记");
        PageChecks.fitsItsWidth(page, Look.CHINESE.onPhone().screen().width());

        give(giver, "300", "新年", "");
        assertThat(page.locator("main [role=alert]").innerText()).contains("超出", "500", "320");
        assertThat(page.locator("#occasion").inputValue()).isEqualTo("新年");
        PageChecks.isAccessible(page);
        PageChecks.fitsItsWidth(page, Look.CHINESE.onPhone().screen().width());
        page.locator("#reason").fill("合作二十周年");
        giver.follow(save(page));
        assertThat(page.locator("main").innerText()).contains("已提交审批", "待审批");

        Visit director = visitors.director(Look.USUAL).go("/approvals");
        director.follow(director.page()
                .locator("main a[href^='/approvals/']:has-text('over the limit of the year')")
                .first());
        assertThat(director.page().locator("main").innerText())
                .contains("300.00 USD", "Sophia Hinton")
                .doesNotContain("礼文轩");
        director.page().locator("#remark").fill("Well earned");
        director.follow(director.page().locator("button[name=decision][value=granted]"));

        assertThat(giver.go(gifts).page().locator("main").innerText()).contains("已批准", "合作二十周年");
        limit(visitors, "");
    }

    @Test
    void what_was_written_down_wrongly_is_struck_out_with_the_reason(Visitors visitors) {
        Visit giver = visitors.sample("kam", Look.USUAL.onPhone());
        Page page = giver.page();
        String gifts = somebody(giver, "Strucka Wrong") + "/gifts";
        giver.go(gifts);
        give(giver, "45", "A lunch", "");
        page.locator("main details summary:has-text('Strike out')").first().click();
        Locator form = page.locator("form[action$='/striking']").first();
        PageChecks.isAccessible(page);
        form.locator("input[name=why]").fill("It was somebody else");
        giver.follow(form.locator("button"));

        assertThat(page.locator("main").innerText())
                .contains("struck out", "It was somebody else", "A lunch")
                .doesNotContain("What was wrong with it?");
        PageChecks.fitsItsWidth(page, Look.USUAL.onPhone().screen().width());
        assertThat(giver.go("/people/gifts").page().locator("main").innerText()).contains("struck out");
    }

    private static void limit(Visitors visitors, String given) {
        Visit director = visitors.director(Look.USUAL).go("/people/gifts");
        director.page().locator("#given").fill(given);
        director.follow(director.page().locator("main form[action='/people/gifts'][method=post] button"));
    }

    /// @return where the person stands
    private static String somebody(Visit visit, String name) {
        Page page = visit.go("/accounts/" + ACCOUNT + "/people/new").page();
        page.locator("#name").fill(name);
        page.locator("#function").selectOption("purchasing");
        visit.follow(page.locator("main form[action$='/people'] button.btn-primary"));
        visit.follow(page.locator("main a[href^='/people/']:has-text('" + name + "')")
                .first());
        Matcher path = PERSON.matcher(visit.address());
        assertThat(path.find()).isTrue();
        return path.group();
    }

    private static void give(Visit visit, String worth, String occasion, String reason) {
        Page page = visit.page();
        page.locator("#worth").fill(worth);
        page.locator("#occasion").fill(occasion);
        page.locator("#reason").fill(reason);
        visit.follow(save(page));
    }

    private static Locator save(Page page) {
        return page.locator("main form[action$='/gifts'] button.btn-primary");
    }
}
