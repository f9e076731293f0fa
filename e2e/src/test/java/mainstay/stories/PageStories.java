package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every page in one look, or with `-Dmainstay.all=true` in every look.
@Story(on = Firm.SAMPLE)
class PageStories {

    private static final List<String> OPEN_TO_STRANGERS = List.of("/sign-in", "/sign-in?wrong");
    private static final boolean ALL = Boolean.getBoolean("mainstay.all");

    @TestFactory
    Stream<DynamicTest> every_page_is_accessible_translated_quiet_light_and_fits_a_phone(Visitors visitors) {
        List<String> paths = new ArrayList<>(OPEN_TO_STRANGERS);
        paths.addAll(Places.of(visitors));
        return IntStream.range(0, paths.size())
                .boxed()
                .flatMap(i -> looks(i).map(look ->
                        DynamicTest.dynamicTest(paths.get(i) + " " + look, () -> check(visitors, paths.get(i), look))));
    }

    @Test
    void the_list_of_pages_knows_every_entry_of_the_navigation(Visitors visitors) {
        Visit visit = visitors.administrator().go("/");
        List<String> entries = visit.navigation().locator("a").all().stream()
                .map(entry -> entry.getAttribute("href"))
                .toList();
        assertThat(Places.of(visitors)).containsAll(entries);
    }

    private static Stream<Look> looks(int number) {
        return ALL
                ? Look.all().stream()
                : Stream.of(Look.all().get(number % Look.all().size()));
    }

    private static void check(Visitors visitors, String path, Look look) {
        Visit visit = visit(visitors, path, look);
        assertThat(visit.status()).isEqualTo(path.equals(Places.NOWHERE) ? 404 : 200);
        PageChecks.speaks(visit.page(), look.language());
        PageChecks.isLight(visit);
        PageChecks.isAccessible(visit.page());
        visit.assertQuiet();
        Visit phone = visit(visitors, path, look.onPhone());
        PageChecks.fitsItsWidth(phone.page(), Look.Screen.PHONE.width());
        visitors.leave();
    }

    private static Visit visit(Visitors visitors, String path, Look look) {
        return OPEN_TO_STRANGERS.contains(path)
                ? visitors.stranger(look).go(path)
                : visitors.administrator(look).go(path);
    }
}
