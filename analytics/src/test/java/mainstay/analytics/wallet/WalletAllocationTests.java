package mainstay.analytics.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WalletAllocationTests {

    /// As in the article: two brands share 67 % and 33 %, three 50 %, 33 % and 17 %.
    @Test
    void shares_by_rank() {
        assertThat(WalletAllocation.share(1, 1)).isEqualTo(1);
        assertThat(WalletAllocation.share(1, 2)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(WalletAllocation.share(2, 2)).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(WalletAllocation.share(1, 3)).isCloseTo(0.5, within(1e-12));
        assertThat(WalletAllocation.share(3, 3)).isCloseTo(1 / 6.0, within(1e-12));
        assertThat(WalletAllocation.share(1.5, 3)).isCloseTo(5 / 12.0, within(1e-12));
    }

    @Test
    void suppliers_who_tie_share_their_ranks() {
        assertThat(WalletAllocation.shares(9, 9, 4))
                .containsExactly(new double[] {5 / 12.0, 5 / 12.0, 1 / 6.0}, within(1e-12));
        assertThat(WalletAllocation.shares(7, 7)).containsExactly(new double[] {0.5, 0.5}, within(1e-12));
        assertThat(WalletAllocation.shares()).isEmpty();
    }

    @Property
    void shares_add_up_to_one(@ForAll @Size(min = 1, max = 12) List<@IntRange(max = 10) Integer> scores) {
        var shares = WalletAllocation.shares(
                scores.stream().mapToDouble(Integer::doubleValue).toArray());
        var sum = 0.0;
        for (var share : shares) {
            assertThat(share).isPositive();
            sum += share;
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
    }

    @Test
    void ranks_have_to_exist() {
        assertThatIllegalArgumentException().isThrownBy(() -> WalletAllocation.share(0, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> WalletAllocation.share(4, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> WalletAllocation.share(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> WalletAllocation.shares(1, Double.NaN));
    }
}
