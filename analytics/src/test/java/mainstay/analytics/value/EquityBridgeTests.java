package mainstay.analytics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class EquityBridgeTests {

    private static final Map<String, Long> BEFORE =
            Map.of("grew", 100L, "shrank", 80L, "left", 50L, "same", 20L, "worthless", 0L);
    private static final Map<String, Long> AFTER =
            Map.of("grew", 130L, "shrank", 60L, "same", 20L, "came", 40L, "worthless", 0L);

    @Test
    void what_happened_to_customers() {
        var bridge = EquityBridge.between(BEFORE, AFTER);

        assertThat(bridge)
                .isEqualTo(new EquityBridge(250, 40, 180, 30, 20, 50, 250, new EquityBridge.Heads(1, 1, 1, 1, 1)));
        assertThat(bridge.change()).isZero();
    }

    @Test
    void a_value_of_nothing_is_a_loss() {
        var bridge = EquityBridge.between(Map.of("A", 10L), Map.of("A", 0L));

        assertThat(bridge.lost()).isEqualTo(10);
        assertThat(bridge.change()).isEqualTo(-10);
        assertThat(EquityBridge.between(Map.of("A", 0L), Map.of("A", 7L)).added())
                .isEqualTo(7);
    }

    @Test
    void values_below_zero_have_no_place() {
        assertThatIllegalArgumentException().isThrownBy(() -> EquityBridge.between(Map.of("A", -1L), Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> EquityBridge.between(Map.of(), Map.of("A", -1L)));
    }

    @Property
    void the_parts_add_up(
            @ForAll Map<@IntRange(max = 30) Integer, @LongRange(min = 0, max = 1_000_000_000_000L) Long> before,
            @ForAll Map<@IntRange(max = 30) Integer, @LongRange(min = 0, max = 1_000_000_000_000L) Long> after) {
        var bridge = EquityBridge.between(before, after);

        assertThat(bridge.opening() + bridge.added() + bridge.grown() - bridge.shrunk() - bridge.lost())
                .isEqualTo(bridge.closing());
        assertThat(bridge.kept()).isEqualTo(bridge.opening() - bridge.shrunk() - bridge.lost());
        assertThat(bridge.opening()).isEqualTo(CustomerEquity.of(before).total());
        assertThat(bridge.closing()).isEqualTo(CustomerEquity.of(after).total());
        assertThat(bridge.change()).isEqualTo(bridge.closing() - bridge.opening());
    }

    @Test
    void equity_by_segment_adds_up() {
        var parts = CustomerEquity.by(BEFORE, name -> name.length() == 4 ? "short" : "long");

        assertThat(parts.get("short")).isEqualTo(new CustomerEquity(170, 3));
        assertThat(parts.get("long")).isEqualTo(new CustomerEquity(80, 1));
        assertThat(CustomerEquity.of(BEFORE)).isEqualTo(new CustomerEquity(250, 4));
        assertThat(CustomerEquity.of(Map.of())).isEqualTo(new CustomerEquity(0, 0));
    }
}
