package mainstay.planning.deck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LadderTests {

    @Test
    void the_example_of_the_definition_adds_up() {
        Ladder ladder = Ladder.of(120_000, 116_000, 110_000, 84_000, 21_000);

        assertThat(ladder).isEqualTo(new Ladder(120_000, 4_000, 6_000, 84_000, 5_000, 21_000));
        assertThat(ladder.sold() - ladder.returned() - ladder.unpriced() - ladder.goods() - ladder.served())
                .isEqualTo(ladder.profit());
        assertThat(ladder.isSplit()).isTrue();
    }

    @Test
    void what_does_not_fit_together_is_one_step() {
        Ladder ladder = Ladder.of(100, 100, 100, 90, 20);

        assertThat(ladder.isSplit()).isFalse();
        assertThat(ladder.costs()).isEqualTo(80);
    }
}
