package mainstay.terms.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CollectionFiguresTests {

    @Test
    void the_worked_example_of_the_definition() {
        assertThat(CollectionFigures.effectiveness(100, 60, 80, 50)).isCloseTo(72.7, within(0.05));
    }

    @Test
    void nothing_overdue_is_all_of_a_hundred_and_nothing_to_collect_is_unknown() {
        assertThat(CollectionFigures.effectiveness(100, 60, 50, 50)).isEqualTo(100.0);
        assertThat(CollectionFigures.effectiveness(0, 50, 50, 50)).isNull();
    }
}
