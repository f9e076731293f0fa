package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/// From a figure down to the lines behind it, and out as a file.
@Story(on = Firm.SAMPLE)
class DrillStories {

    @Test
    void a_figure_opens_and_leads_to_lines_that_add_up_to_it(Visitors visitors) throws IOException {
        goDown(visitors.director(Look.USUAL), "Take it apart", "Category", "Lines", "CSV");
    }

    @Test
    void the_same_way_in_chinese(Visitors visitors) throws IOException {
        goDown(visitors.director(Look.CHINESE), "逐层拆分", "品类", "明细行", "下载 CSV");
    }

    private static void goDown(Visit visit, String apart, String category, String lines, String csv)
            throws IOException {
        visit.go("/portfolio?compare=before");
        Page page = visit.page();
        Locator door = page.locator(".door").first();
        door.locator("summary").press("Enter");
        assertThat(door.locator(".door-inside").innerText())
                .contains(page.locator(".door .figure-value").first().innerText());
        visit.follow(door.getByText(apart));

        visit.follow(page.locator("#table tbody a").first());
        visit.follow(page.locator(".drill-bar .tabs").getByText(category, exactly()));
        visit.follow(page.locator("#table tbody a").first());
        visit.follow(page.locator(".drill-bar .tabs").getByText(lines, exactly()));
        assertThat(page.locator(".crumbs .tag").count()).as("steps on the way").isEqualTo(2);
        PageChecks.isAccessible(page);

        long figure = Long.parseLong(
                page.locator(".door .figure-value").first().innerText().replace(",", ""));
        Download download = page.waitForDownload(
                () -> page.locator("#table").getByText(csv, exactly()).click());
        List<String> rows = Files.readAllLines(download.path());
        assertThat(whole(rows)).as("sum of the file").isEqualTo(figure);
        visit.assertQuiet();
    }

    @Test
    void what_the_data_leaves_out_has_a_page(Visitors visitors) {
        Visit visit = visitors.director(Look.USUAL).go("/quality");
        assertThat(visit.heading()).isEqualTo("Data quality");
        assertThat(visit.page().locator("main").innerText()).contains("Accounts without manager");
        PageChecks.isAccessible(visit.page());
    }

    /// The amounts of all lines; cost, profit, import, line of the file and the quantity as counted follow them.
    private static long whole(List<String> rows) {
        return rows.stream()
                .skip(1)
                .map(row -> row.split(",", -1))
                .map(cells -> new BigDecimal(cells[cells.length - 7]))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
