package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/// A manager's morning, on a phone before the first visit.
@Story(on = Firm.SAMPLE)
class MorningStories {

    private static final String ENTRIES = "section.card article.work";

    @Test
    void a_manager_goes_through_the_list_of_the_day_in_chinese(Visitors visitors) {
        Visit manager = visitors.sample("kam", Look.CHINESE.onPhone()).go("/today");
        Page page = manager.page();
        PageChecks.isAccessible(page);
        assertThat(page.locator(ENTRIES).count()).isGreaterThan(3);

        String first = selector(page.locator(ENTRIES).first());
        manager.follow(page.locator(first + " .work-title a"));
        assertThat(manager.heading()).isNotBlank();
        PageChecks.isAccessible(page);
        manager.go("/today").follow(page.locator(first + " form[action='/today/completions'] button"));
        assertThat(page.locator(first).count()).isZero();

        String second = selector(page.locator(ENTRIES).first());
        page.locator(second + " details.work-snooze summary").first().click();
        page.locator(second + " input[name=days]").fill("3");
        page.locator(second + " input[name=reason]").fill("客户周四才回来");
        manager.follow(page.locator(second + " form[action='/today/snoozes'] button"));
        assertThat(page.locator(second).count()).isZero();

        String third = selector(page.locator(ENTRIES).first());
        page.locator(third + " details.work-snooze summary").last().click();
        page.locator(third + " input[name=to]").fill("Dana Whitfield");
        page.locator(third + " input[name=note]").fill("今天请代我打电话");
        manager.follow(page.locator(third + " form[action='/today/handings'] button"));
        assertThat(page.locator(third).count()).isZero();

        page.locator("details.card summary").last().click();
        assertThat(page.locator("main").innerText()).contains("客户周四才回来");
        PageChecks.isAccessible(page);

        Visit director = visitors.director(Look.USUAL).go("/today");
        assertThat(director.page().locator("main").innerText()).contains("Sophia Hinton", "今天请代我打电话");
    }

    /// Of one entry, wherever it stands in the list.
    private static String selector(Locator entry) {
        return ENTRIES
                + "[data-rule=\"%s\"][data-subject=\"%s\"]"
                        .formatted(entry.getAttribute("data-rule"), entry.getAttribute("data-subject"));
    }
}
