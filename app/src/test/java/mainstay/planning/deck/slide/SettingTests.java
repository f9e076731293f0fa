package mainstay.planning.deck.slide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import mainstay.planning.deck.slide.Fitted.Paragraph;
import org.junit.jupiter.api.Test;

class SettingTests {

    private final Setting english = new Setting("en");
    private final Setting chinese = new Setting("zh-CN");

    private static List<String> lines(Fitted fitted) {
        return fitted.paragraphs().stream()
                .flatMap(paragraph -> paragraph.lines().stream())
                .toList();
    }

    @Test
    void words_stay_whole_and_no_line_is_wider_than_its_area() {
        Fitted set =
                english.set(List.of("They want fewer and larger deliveries before the season"), 12, false, 100, false);

        assertThat(lines(set))
                .hasSizeGreaterThan(2)
                .allSatisfy(line ->
                        assertThat(english.letters().width(line, 12, false)).isLessThanOrEqualTo(100));
        assertThat(String.join(" ", lines(set))).isEqualTo("They want fewer and larger deliveries before the season");
    }

    @Test
    void a_word_that_is_longer_than_a_line_goes_on_in_the_next() {
        Fitted set = english.set(List.of("x".repeat(200)), 12, false, 100, false);

        assertThat(lines(set).stream().collect(Collectors.joining())).isEqualTo("x".repeat(200));
        assertThat(lines(set))
                .allSatisfy(line ->
                        assertThat(english.letters().width(line, 12, false)).isLessThanOrEqualTo(100));
    }

    @Test
    void chinese_breaks_between_characters_but_never_before_a_full_stop() {
        Fitted set = chinese.set(List.of("他们想要更少更大的交货。他们想要更少更大的交货。"), 12, false, 12 * 11 + 1, false);

        assertThat(lines(set)).hasSizeGreaterThan(1).noneMatch(line -> line.startsWith("。"));
    }

    @Test
    void what_does_not_fit_is_set_smaller_before_it_is_cut() {
        String text = "They want fewer and larger deliveries. ".repeat(6);
        Fitted fits = english.fit(text, Type.BODY, 400, 60);
        Fitted cut = english.fit(text.repeat(10), Type.BODY, 400, 60);

        assertThat(fits.cut()).isFalse();
        assertThat(fits.size()).isLessThan(Type.BODY.size());
        assertThat(cut.cut()).isTrue();
        assertThat(cut.height()).isLessThanOrEqualTo(60);
        assertThat(lines(cut).getLast()).endsWith("…");
    }

    @Test
    void paragraphs_that_are_left_out_leave_a_sign() {
        Fitted cut = english.fit(List.of("One", "Two", "Three", "Four"), Type.BODY, 400, 32, true);

        assertThat(cut.paragraphs()).extracting(Paragraph::text).containsExactly("One", "Two…");
    }

    @Test
    void marks_of_direction_and_control_characters_do_not_get_through() {
        assertThat(Printable.of("\u202Eevil\u200B name\u0007\r\nsecond\tline ")).isEqualTo("evil name\nsecond line");
        assertThat(Printable.line("two\nlines")).isEqualTo("two lines");
        assertThat(english.fit("", Type.BODY, 100, 100).isEmpty()).isTrue();
    }
}
