package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// A visit is written down in front of the customer's door, and goes its way from there.
@Story(on = Firm.SAMPLE)
class ActivityStories {

    private static final String ACCOUNT = "/accounts/401";

    @Test
    void a_manager_writes_a_call_down_on_a_phone_in_chinese(Visitors visitors) {
        Visit manager = visitors.sample("kam", Look.CHINESE.onPhone()).go("/activities/new?account=401");
        Page page = manager.page();
        PageChecks.isAccessible(page);
        page.locator("label[for=kind-call]").click();
        page.locator("label[for=minutes-15]").click();
        page.locator("#notes").fill("问了交期，@孟繁花 下周答复");
        manager.follow(page.locator("main form[action='/activities'] button[type=submit]"));
        assertThat(page.locator("main").innerText()).contains("已记录", "15 分钟", "下周答复");
        assertThat(page.locator("main a[href^='/people/']").first().innerText()).contains("孟繁花");
        PageChecks.isAccessible(page);
        manager.go(ACCOUNT + "/activities");
        assertThat(page.locator("main").innerText()).contains("最近联系", "今天");
        PageChecks.isAccessible(page);
    }

    @Test
    void a_note_becomes_a_fact(Visitors visitors) {
        Visit manager = visitors.sample("kam", Look.USUAL).go(ACCOUNT + "/activities");
        Page page = manager.page();
        page.locator("#account-panel details summary").first().click();
        page.locator("label[for=kind-visit]").click();
        page.locator("#notes").fill("They build a second warehouse");
        manager.follow(page.locator("main form[action='/activities'] button[type=submit]"));
        manager.follow(page.locator("main a[href*='/archive/from-note']"));
        assertThat(page.locator("main").innerText()).contains("They build a second warehouse");
        PageChecks.isAccessible(page);
        manager.follow(page.locator("main .choice-buttons a[href*='value=']").first());
        assertThat(page.locator("textarea[name=value]").inputValue()).isEqualTo("They build a second warehouse");
        assertThat(page.locator("input[name=source]").inputValue()).contains("Sophia Hinton");
        manager.follow(page.locator("main form.narrow-form button[type=submit]").first());
        assertThat(page.locator("main").innerText()).contains("They build a second warehouse");
    }

    @Test
    void a_note_becomes_a_need_and_work(Visitors visitors) {
        Visit manager = visitors.sample("kam", Look.USUAL).go("/activities/new?account=944");
        Page page = manager.page();
        page.locator("label[for=kind-visit]").click();
        page.locator("#notes").fill("They want their shops trained");
        manager.follow(page.locator("main form[action='/activities'] button[type=submit]"));
        String note = manager.address();

        manager.follow(page.locator("main a[href*='/needs?']"));
        assertThat(page.locator("#title").inputValue()).isEqualTo("They want their shops trained");
        assertThat(page.locator("#source").inputValue()).contains("Sophia Hinton");
        PageChecks.isAccessible(page);
        manager.follow(page.locator("main form[action$='/needs'] button[type=submit]"));
        assertThat(page.locator("main h2").allInnerTexts()).contains("They want their shops trained");

        manager.go(note);
        manager.follow(page.locator("main a[href*='/work-items/new?']"));
        assertThat(page.locator("#title").inputValue()).isEqualTo("They want their shops trained");
        PageChecks.isAccessible(page);
        page.locator("#standard").fill("Two shops sell without our help");
        manager.follow(page.locator("main form button[type=submit]"));
        assertThat(page.locator("main").innerText()).contains("They want their shops trained");
    }

    @Test
    void a_calendar_is_subscribed_to_and_the_address_revoked(Visitors visitors) {
        Visit manager = visitors.sample("kam", Look.USUAL).go("/activities/calendar");
        Page page = manager.page();
        manager.follow(page.locator("main form[action='/activities/calendar'] button"));
        PageChecks.isAccessible(page);
        String address = page.locator("#feed").inputValue();
        Visit program = visitors.stranger(Look.USUAL);
        APIResponse feed = program.page().request().get(address);
        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.text()).startsWith("BEGIN:VCALENDAR").contains("Invented: ");
        manager.go("/activities/calendar");
        assertThat(page.locator("main").innerText()).contains("Last read");
        manager.follow(page.locator("form[action$='/revocation'] button"));
        assertThat(program.page().request().get(address).status()).isEqualTo(404);
    }

    @Test
    void a_calendar_file_is_looked_at_first(Visitors visitors) {
        Visit manager = visitors.sample("kam", Look.USUAL).go("/activities/imports/new");
        Page page = manager.page();
        page.locator("#file").setInputFiles(new FilePayload("mine.ics", "text/calendar", """
                        BEGIN:VCALENDAR
                        VERSION:2.0
                        PRODID:-//story//EN
                        BEGIN:VEVENT
                        UID:story-1@example.com
                        DTSTART:20260302T090000Z
                        DURATION:PT30M
                        SUMMARY:Review with #401
                        END:VEVENT
                        END:VCALENDAR
                        """.replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
        manager.follow(page.locator("form[action='/activities/imports'] button[type=submit]"));
        assertThat(page.locator("main").innerText()).contains("Review with #401", "Write all 1 down");
        PageChecks.isAccessible(page);
        manager.follow(page.locator("form[action$='/withdrawal'] button"));
        assertThat(page.locator("main").innerText()).contains("Nothing was written down");
    }
}
