package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/// A plan from its template to approval and review, in English and in Chinese.
@Story(on = Firm.SAMPLE)
class PlanStories {

    private static final String ACCOUNT = "981";

    @Test
    void a_plan_is_started_approved_and_reviewed(Visitors visitors) {
        Visit manager = visitors.sample("kam", Look.USUAL).go("/accounts/" + ACCOUNT + "/plan");
        Page page = manager.page();
        if (!page.locator("#title").isVisible()) {
            page.locator("details summary").last().click();
        }
        page.locator("#playbook").selectOption("grow");
        page.locator("#title").fill("Story: grow together");
        PageChecks.isAccessible(page);
        manager.follow(page.locator("form[action$='/plan'] button[type=submit]"));
        String plan = manager.address();
        assertThat(page.locator("main").innerText()).contains("Guide them on site in stock and display", "draft");
        PageChecks.isAccessible(page);

        manager.follow(page.locator("a[href$='/goals/new']"));
        page.locator("#metric").selectOption("orders");
        page.locator("#base").fill("many");
        manager.follow(page.locator("main form button[type=submit]"));
        assertThat(page.locator("main").innerText()).contains("Write a number");
        page.locator("#base").fill("100000");
        manager.follow(page.locator("main form button[type=submit]"));
        assertThat(page.locator("main").innerText()).contains("The goal is set.");

        page.locator("#reason").fill("Ten percent more, without new costs");
        manager.follow(page.locator("form[action$='/approval'] button[type=submit]"));
        assertThat(page.locator("main").innerText()).contains("waits for approval");

        Visit director = visitors.director(Look.USUAL).go(plan);
        director.follow(director.page().locator("main a[href^='/approvals/']").first());
        director.page().locator("#remark").fill("Go ahead");
        director.follow(director.page().locator("button[name=decision][value=granted]"));

        manager.go(plan + "/reviews/new");
        page.locator("#attendees").fill("Sophia Hinton, the director");
        page.locator("#decisions").fill("Bring samples");
        PageChecks.isAccessible(page);
        manager.follow(page.locator("main form button[type=submit]"));
        assertThat(page.locator("main").innerText()).contains("approved", "Bring samples", "make work of it");
    }

    @Test
    void a_review_meeting_ends_in_work_and_a_deck(Visitors visitors) throws IOException {
        Visit manager = visitors.sample("kam", Look.USUAL).go("/accounts/944/plan");
        Page page = manager.page();
        manager.follow(page.locator("h2 a[href^='/plans/']").first());
        String plan = manager.address();
        manager.go(plan + "/reviews/new");
        page.locator("#attendees").fill("Sophia Hinton, their head of purchasing");
        page.locator("#summary").fill("The north is next");
        page.locator("#decisions").fill("Bring samples to the north\nTrain their new shops");
        manager.follow(page.locator("main form button[type=submit]"));
        manager.follow(page.locator("a[href*='work-items/new?decision=']").first());
        page.locator("#standard").fill("Their buyer has seen them");
        manager.follow(page.locator("main form button[type=submit]"));
        manager.go(plan);
        assertThat(page.locator("main").innerText())
                .contains("Bring samples to the north", "the work", "make work of it");
        assertThat(page.locator("#deck-language")).matches(Locator::isVisible, "stands open after a review");
        PageChecks.isAccessible(page);

        Download slides =
                page.waitForDownload(() -> page.locator("#deck button").first().click());
        assertThat(slides.suggestedFilename()).matches("review-944-\\d{4}-\\d\\d-\\d\\d\\.pptx");
        assertThat(words(slides.path()))
                .contains(
                        "Decisions wanted", "Bring samples to the north", "Train their new shops", "The north is next");

        page.locator("#deck-language").selectOption("zh-CN");
        Download paper =
                page.waitForDownload(() -> page.locator("#deck button").last().click());
        assertThat(paper.suggestedFilename()).endsWith(".pdf");
        assertThat(Files.readAllBytes(paper.path())).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    /// Of all slides, as they are packed.
    private static String words(Path slides) throws IOException {
        StringBuilder words = new StringBuilder();
        try (ZipFile packed = new ZipFile(slides.toFile())) {
            for (ZipEntry part : packed.stream()
                    .filter(entry -> entry.getName().startsWith("ppt/slides/slide"))
                    .toList()) {
                words.append(new String(packed.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return words.toString();
    }

    @Test
    void a_title_of_one_endless_word_stays_in_its_place(Visitors visitors) {
        String word = "Endless".repeat(21);
        Visit manager = visitors.sample("kam", Look.USUAL).go("/accounts/" + ACCOUNT + "/plan");
        Page page = manager.page();
        if (!page.locator("#title").isVisible()) {
            page.locator("details summary").last().click();
        }
        page.locator("#playbook").selectOption("keep");
        page.locator("#title").fill(word);
        manager.follow(page.locator("form[action$='/plan'] button[type=submit]"));
        String plan = manager.address();
        manager.follow(page.locator("a[href$='/work-items/new']"));
        page.locator("#title").fill(word);
        page.locator("#standard").fill(word);
        manager.follow(page.locator("main form button[type=submit]"));
        manager.go(plan);

        for (String path : new String[] {plan, "/plans", "/accounts/" + ACCOUNT + "/plan"}) {
            manager.go(path);
            PageChecks.fitsItsWidth(page, Look.USUAL.screen().width());
            assertThat(page.evaluate("""
                            [...document.querySelectorAll('.table-responsive')]
                                .filter(table => table.scrollWidth > table.clientWidth + 1).length"""))
                    .as("tables that push their columns out of sight on " + path)
                    .isEqualTo(0);
        }
        Visit phone = visitors.sample("kam", Look.CHINESE.onPhone()).go(plan);
        PageChecks.fitsItsWidth(phone.page(), Look.CHINESE.onPhone().screen().width());
        phone.go("/plans");
        PageChecks.fitsItsWidth(phone.page(), Look.CHINESE.onPhone().screen().width());
    }

    @Test
    void the_same_plan_is_read_in_chinese_on_a_phone(Visitors visitors) {
        Visit director = visitors.director(Look.CHINESE.onPhone()).go("/plans?whose=all");
        Page page = director.page();
        assertThat(page.locator("h1").innerText()).contains("计划");
        PageChecks.isAccessible(page);
        director.follow(page.locator("tbody td a[href^='/plans/']").first());
        assertThat(page.locator("main").innerText()).contains("目标", "策略", "风险");
        PageChecks.isAccessible(page);
        director.go("/accounts/" + ACCOUNT + "/needs");
        assertThat(page.locator("main").innerText()).contains("记录一项需求");
        PageChecks.isAccessible(page);
    }
}
