package mainstay.portfolio.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import mainstay.portfolio.period.Address;
import org.junit.jupiter.api.Test;

class PagingTests {
    private static final List<Integer> ROWS =
            IntStream.rangeClosed(1, 120).boxed().toList();

    private static Paging page(int number) {
        return new Paging(number, ROWS.size(), Address.of("/list").with("group", true), "#rows");
    }

    @Test
    void pages_follow_each_other_to_the_last_row() {
        assertThat(page(1).of(ROWS)).hasSize(50).startsWith(1);
        assertThat(page(3).of(ROWS)).hasSize(20).endsWith(120);
        assertThat(page(1).before()).isNull();
        assertThat(page(1).next()).isEqualTo("/list?group=true&page=2#rows");
        assertThat(page(2).before()).isEqualTo("/list?group=true#rows");
        assertThat(page(3).next()).isNull();
        assertThat(page(3).first()).isEqualTo(101);
        assertThat(page(3).last()).isEqualTo(120);
    }

    @Test
    void a_page_that_is_not_there_is_empty_and_nonsense_is_the_first() {
        assertThat(page(9).of(ROWS)).isEmpty();
        assertThat(page(9).next()).isNull();
        assertThat(Paging.number(-4)).isEqualTo(1);
        assertThat(Paging.number(null)).isEqualTo(1);
    }

    @Test
    void two_lists_on_one_page_turn_their_pages_apart() {
        Paging under = new Paging(2, ROWS.size(), Address.of("/list").with("over", 3), "#under", "under");

        assertThat(under.next()).isEqualTo("/list?over=3&under=3#under");
        assertThat(under.before()).isEqualTo("/list?over=3#under");
    }
}
