package mainstay.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mainstay.identity.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Of which accounts a field is asked, and who writes it.
class FieldTests {

    private static Field field(List<String> categories, @Nullable Integer leastStars, Level sensitivity) {
        return new Field(
                1,
                "own1",
                "Own",
                Part.BASIC,
                FieldKind.TEXT,
                null,
                List.of(),
                12,
                1,
                sensitivity,
                categories,
                leastStars,
                false,
                1);
    }

    @Test
    void a_field_is_asked_of_all_or_of_some_categories() {
        assertThat(field(List.of(), null, Level.CARD).isAskedOf(null, null)).isTrue();
        Field retail = field(List.of("Retail"), null, Level.CARD);
        assertThat(retail.isAskedOf("Retail", null)).isTrue();
        assertThat(retail.isAskedOf("Wholesale", 4)).isFalse();
        assertThat(retail.isAskedOf(null, 4)).isFalse();
    }

    @Test
    void unknown_stars_are_not_enough() {
        Field stars = field(List.of(), 3, Level.CARD);
        assertThat(stars.isAskedOf(null, 3)).isTrue();
        assertThat(stars.isAskedOf(null, 2)).isFalse();
        assertThat(stars.isAskedOf(null, null)).isFalse();
    }

    @Test
    void nobody_writes_of_a_card_alone() {
        assertThat(field(List.of(), null, Level.CARD).writing()).isEqualTo(Level.BUSINESS);
        assertThat(field(List.of(), null, Level.FULL).writing()).isEqualTo(Level.FULL);
    }
}
