package mainstay.stories;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The pictures of README and guide, taken anew by `bin/screenshots`.
@Story(on = Firm.SAMPLE)
class Screenshots {

    private static final Path IMAGES = Repository.root().resolve("docs/images");

    /// More than a laptop shows, so that charts and tables are in the picture.
    private static final int HEIGHT = 1_080;

    @Test
    void of_the_pages_that_the_guide_shows(Visitors visitors) {
        for (Look look : List.of(Look.USUAL, Look.CHINESE)) {
            Visit visit = visitors.director(look);
            take(visit.go("/today"), "today", look);
            take(visit.go("/portfolio?group=true"), "portfolio", look);
            take(visit.go("/accounts"), "accounts", look);
            String account = Places.largestAccount(visitors);
            take(visit.go(account + "/business"), "account", look);
            take(visit.go(account + "/rating"), "rating", look);
        }
    }

    private static void take(Visit visit, String name, Look look) {
        visit.page().setViewportSize(Look.Screen.LAPTOP.width(), HEIGHT);
        visit.page().waitForTimeout(1_000); // charts are drawn in steps
        byte[] picture = visit.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setAnimations(com.microsoft.playwright.options.ScreenshotAnimations.DISABLED));
        SmallPicture.write(picture, IMAGES.resolve(name + "-" + look.language() + ".png"));
    }
}
