package mainstay.relationships.depth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import mainstay.relationships.depth.Touches.Cell;
import mainstay.relationships.depth.Touches.Colleague;
import mainstay.relationships.depth.Touches.Counterpart;
import org.junit.jupiter.api.Test;

/// Each rung is earned by all it asks for, and by all below it.
class LadderTests {

    private static final List<String> OURS = List.of("manager", "support", "research", "finance");
    private static final List<String> THEIRS = List.of("purchasing", "technical", "quality", "management");

    /// So many functions on each side, all of which met, each person with one contact of their own.
    private static Touches touches(int functions, long contacts, long months, long joint, long byUs, long byThem) {
        List<Colleague> ours = new ArrayList<>();
        List<Counterpart> theirs = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < functions; i++) {
            ours.add(new Colleague(i, OURS.get(i), 2, 1));
            theirs.add(new Counterpart(100 + i, THEIRS.get(i), 2, 1, true));
            for (int j = 0; j < functions; j++) {
                cells.add(new Cell(OURS.get(i), THEIRS.get(j), 1));
            }
        }
        if (functions == 2) {
            theirs.add(new Counterpart(199, "technical", 1, 0, true));
        }
        return new Touches(contacts, months, joint, contacts, byUs, byThem, ours, theirs, cells);
    }

    private static Rung rung(Touches touches) {
        return Ladder.climb(touches).stream()
                .filter(Ladder.Step::earned)
                .map(Ladder.Step::rung)
                .reduce((lower, higher) -> higher)
                .orElse(Rung.NONE);
    }

    @Test
    void the_ladder_from_the_first_contact_to_the_last_rung() {
        assertThat(rung(Touches.NONE)).isEqualTo(Rung.NONE);
        assertThat(rung(touches(1, 3, 3, 0, 0, 0))).isEqualTo(Rung.EXPLORATORY);
        assertThat(rung(touches(1, 4, 4, 0, 0, 0))).isEqualTo(Rung.BASIC);
        assertThat(rung(touches(2, 10, 6, 0, 3, 1))).isEqualTo(Rung.COOPERATIVE);
        assertThat(rung(touches(3, 12, 8, 2, 6, 2))).isEqualTo(Rung.INTERDEPENDENT);
        assertThat(rung(touches(4, 20, 10, 6, 13, 7))).isEqualTo(Rung.INTEGRATED);
    }

    @Test
    void what_is_not_known_earns_nothing() {
        assertThat(rung(touches(3, 12, 8, 2, 3, 1)))
                .as("known of four of twelve contacts")
                .isEqualTo(Rung.COOPERATIVE);
        assertThat(rung(touches(3, 12, 8, 2, 12, 0))).as("always begun by us").isEqualTo(Rung.BASIC);
        List<Evidence> missing = Ladder.climb(touches(3, 12, 8, 2, 0, 0)).get(3).missing();
        assertThat(missing).extracting(Evidence::what).containsExactly("known", "twoWay");
        assertThat(missing.getLast().have()).isNull();
    }

    @Test
    void who_carries_too_much_alone_holds_a_rung_back() {
        Touches many = touches(3, 10, 8, 2, 6, 4);
        List<Colleague> ours = new ArrayList<>(many.ours());
        ours.set(0, new Colleague(0, "manager", 8, 7));
        Touches one = new Touches(10, 8, 2, 10, 6, 4, ours, many.theirs(), many.cells());
        assertThat(one.aloneShare()).isEqualTo(0.7);
        assertThat(rung(many)).isEqualTo(Rung.INTERDEPENDENT);
        assertThat(rung(one)).isEqualTo(Rung.COOPERATIVE);
    }

    @Test
    void a_function_that_nobody_knows_is_none() {
        Touches known = touches(2, 10, 6, 0, 3, 1);
        List<Colleague> ours = List.of(known.ours().getFirst(), new Colleague(7, "unknown", 3, 0));
        assertThat(rung(new Touches(10, 6, 0, 10, 3, 1, ours, known.theirs(), known.cells())))
                .isEqualTo(Rung.BASIC);
    }
}
