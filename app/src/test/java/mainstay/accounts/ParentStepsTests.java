package mainstay.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParentStepsTests {

    private static final LocalDate SPRING = LocalDate.of(2024, 4, 1);
    private static final LocalDate SUMMER = LocalDate.of(2024, 7, 1);
    private static final LocalDate AUTUMN = LocalDate.of(2024, 10, 1);

    @Test
    void who_was_never_put_anywhere_stands_alone() {
        assertThat(ParentSteps.of(List.of()).on(SPRING).parent()).isNull();
    }

    @Test
    void a_move_holds_from_its_day_on_and_leaves_what_was_before() {
        ParentSteps moved = ParentSteps.of(List.of())
                .put(1L, null, LocalDate.MIN, LocalDate.MAX)
                .put(2L, BigDecimal.valueOf(60), SUMMER, LocalDate.MAX);

        assertThat(moved.on(SUMMER.minusDays(1)).parent()).isEqualTo(1L);
        assertThat(moved.on(SUMMER).parent()).isEqualTo(2L);
    }

    @Test
    void a_stay_between_two_days_gives_back_what_comes_after() {
        ParentSteps lent = ParentSteps.of(List.of())
                .put(1L, null, LocalDate.MIN, LocalDate.MAX)
                .put(2L, null, SPRING, AUTUMN);

        assertThat(lent.on(SUMMER).parent()).isEqualTo(2L);
        assertThat(lent.on(AUTUMN).parent()).isEqualTo(1L);
        assertThat(lent.all()).hasSize(3);
    }

    @Test
    void what_lies_within_a_longer_stay_is_overwritten() {
        ParentSteps one =
                ParentSteps.of(List.of()).put(1L, null, SPRING, SUMMER).put(2L, null, LocalDate.of(2024, 1, 1), AUTUMN);

        assertThat(one.on(SPRING).parent()).isEqualTo(2L);
        assertThat(one.on(AUTUMN).parent()).isNull();
    }

    @Test
    void an_end_is_standing_alone_from_a_day_on() {
        ParentSteps ended = ParentSteps.of(List.of())
                .put(1L, null, LocalDate.MIN, LocalDate.MAX)
                .put(null, null, SUMMER, LocalDate.MAX);

        assertThat(ended.all()).hasSize(2);
        assertThat(ended.on(SUMMER).parent()).isNull();
    }

    @Test
    void the_first_day_lies_before_the_last() {
        assertThatThrownBy(() -> ParentSteps.of(List.of()).put(1L, null, SUMMER, SPRING))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
