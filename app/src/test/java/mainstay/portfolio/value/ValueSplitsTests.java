package mainstay.portfolio.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import mainstay.portfolio.value.ValueSums.Part;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;
import org.junit.jupiter.api.Test;

class ValueSplitsTests {
    private static final Text UNNAMED = Text.of("value.without.region");

    @Test
    void the_headline_names_a_part_and_neither_the_rest_nor_who_has_no_name() {
        List<Part> parts = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            parts.add(new Part("R" + i, 1, i == 1 ? 20L : 10L, null));
        }
        parts.add(new Part(null, 7, 390L, null));

        ValueSplit split = ValueSplits.split("region", null, parts, UNNAMED);

        assertThat(split.finding())
                .isEqualTo(Text.of("value.parts.finding", Text.of("value.parts.named", "R1"), Shown.share(0.02)));
        assertThat(split.rows()).hasSize(22);
        assertThat(split.rows().get(20).name()).isEqualTo(Text.of("value.parts.more", 40));
        assertThat(split.rows().get(20).value()).isEqualTo(400);
        assertThat(split.rows().getLast().name()).isEqualTo(UNNAMED);
        assertThat(split.rows().getLast().value()).isEqualTo(390);
    }

    @Test
    void parts_that_stand_together_are_counted_as_their_accounts_are() {
        List<Part> parts = new ArrayList<>();
        for (int i = 1; i <= 25; i++) {
            parts.add(new Part("G" + i, i <= 23 ? 1 : 0, i <= 23 ? 10L : 0L, null));
        }

        ValueSplit split = ValueSplits.split("group", null, parts, UNNAMED);

        assertThat(split.rows().getLast().name()).isEqualTo(Text.of("value.parts.more", 3));
        assertThat(split.rows().getLast().accounts()).isEqualTo(3);
    }

    @Test
    void nobody_with_a_name_makes_no_headline_of_those_without() {
        ValueSplit split = ValueSplits.split("region", null, List.of(new Part(null, 7, 390L, null)), UNNAMED);

        assertThat(split.finding()).isEqualTo(Text.of("value.parts"));
    }
}
