package mainstay.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import mainstay.identity.Acting;
import mainstay.testing.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Twelve accounts, every third without region, limit and opening day, read three at a time.
@Story
class AccountOrderTests {

    private static long batch = 70;

    private static final AccountFilter ALL = AccountFilter.of(null, null, null, null, "all");

    @Autowired
    AccountMasters masters;

    @Autowired
    AccountBook book;

    @BeforeEach
    void twelve_accounts() {
        List<AccountMaster> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            boolean told = i % 3 > 0;
            rows.add(new AccountMaster(
                    i + 2,
                    "C" + i,
                    "Name " + (11 - i) / 2,
                    told ? "Category " + i % 2 : null,
                    told ? "Region " + i % 4 : null,
                    told ? "M" + i % 2 : null,
                    told ? "Manager " + i % 2 : null,
                    told ? i / 2 * 10_000L : null,
                    30,
                    told ? LocalDate.of(2020, 1 + i / 2, 1) : null,
                    null,
                    null,
                    null,
                    null));
        }
        Acting.asOperator(() -> masters.apply(++batch, "orders", EnumSet.allOf(AccountField.class), rows));
    }

    static Stream<String> sorts() {
        return Stream.concat(
                        Stream.of(AccountSort.values()).map(AccountSort::key), Stream.of("revenue", "share", "stars"))
                .flatMap(key -> Stream.of(key, "-" + key));
    }

    @ParameterizedTest
    @MethodSource("sorts")
    void leaf_by_leaf_by_number_and_at_once_the_order_is_the_same(String sort) {
        Acting.asOperator(() -> {
            List<String> atOnce = codes(page(sort, 1, 50, null));
            List<String> byNumber = new ArrayList<>();
            List<String> leafByLeaf = new ArrayList<>();
            Long after = null;
            for (int number = 1; number <= 4; number++) {
                byNumber.addAll(codes(page(sort, number, 3, null)));
                AccountLeaf leaf = page(sort, number, 3, after);
                leafByLeaf.addAll(codes(leaf));
                after = leaf.next();
                assertThat(after == null).isEqualTo(number == 4);
            }
            assertThat(atOnce).hasSize(12).doesNotHaveDuplicates();
            assertThat(byNumber).isEqualTo(atOnce);
            assertThat(leafByLeaf).isEqualTo(atOnce);
            return atOnce;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"region", "-region", "category", "-category", "creditLimit", "-creditLimit", "-openedOn"})
    void what_is_unknown_comes_last_in_either_direction(String sort) {
        List<String> last =
                Acting.asOperator(() -> codes(page(sort, 1, 50, null)).subList(8, 12));
        assertThat(last).containsExactlyInAnyOrder("C0", "C3", "C6", "C9");
    }

    private AccountLeaf page(String sort, int number, int size, @Nullable Long after) {
        return book.page(new AccountListing(ALL, sort, number, size, after));
    }

    private static List<String> codes(AccountLeaf leaf) {
        return leaf.rows().stream().map(row -> row.account().code()).toList();
    }
}
