package mainstay.portfolio.profit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mainstay.portfolio.AccountTotal;
import mainstay.portfolio.Served;
import mainstay.portfolio.profit.WhatIf.Asked;
import mainstay.shared.web.Text;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class WhatIfProperties {
    private static final Text NAME = Text.of("profit.whole");

    private static List<AccountTotal> customers(List<Long> profits) {
        return IntStream.range(0, profits.size())
                .mapToObj(i -> new AccountTotal(i, "A", "A", 1, 1, 1, 1, 1, profits.get(i), Served.NOTHING))
                .toList();
    }

    private static Retentions retentions(List<Double> known) {
        Map<Long, Double> byAccount = new HashMap<>();
        IntStream.range(0, known.size()).forEach(i -> byAccount.put((long) i, known.get(i)));
        return Retentions.of(Optional.empty(), byAccount, 0.5).orElseThrow();
    }

    @Property
    void the_parts_add_up_to_the_whole_and_signs_agree(
            @ForAll @Size(min = 1, max = 40)
                    List<@LongRange(min = -90_000_000_000L, max = 90_000_000_000L) Long> profits,
            @ForAll @Size(max = 30) List<@DoubleRange(min = 0, max = 1) Double> known,
            @ForAll @DoubleRange(min = 0, max = 0.5) double points,
            @ForAll @DoubleRange(min = 0.01, max = 1) double discount,
            @ForAll @IntRange(min = 1, max = 9) int parts) {
        List<AccountTotal> all = customers(profits);
        Retentions retentions = retentions(known);
        Asked asked = new Asked(points, discount, 0, Optional.empty());
        double cut = retentions.cut(all, points);
        WhatIf whole = WhatIf.of(NAME, all, retentions, cut, asked);
        List<WhatIf> rows =
                all.stream().collect(Collectors.groupingBy(total -> total.account() % parts)).values().stream()
                        .map(part -> WhatIf.of(NAME, part, retentions, cut, asked))
                        .toList();

        assertThat(rows.stream()
                        .mapToLong(row -> Objects.requireNonNull(row.gain()))
                        .sum())
                .isEqualTo(whole.gain());
        assertThat(rows.stream()
                        .mapToLong(row -> Objects.requireNonNull(row.value()))
                        .sum())
                .isEqualTo(whole.value());
        assertThat(rows.stream()
                        .mapToDouble(row -> Objects.requireNonNull(row.kept()))
                        .sum())
                .isCloseTo(Objects.requireNonNull(whole.kept()), within(1e-6));
        assertThat(rows).allSatisfy(row -> {
            if (row.relative() != null) {
                assertThat(Math.signum(row.relative())).isEqualTo(Math.signum(Objects.requireNonNull(row.gain())));
            }
        });
    }

    @Property
    void retention_rises_by_the_points_asked_for_or_by_all_that_leave(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0, max = 1) Double> known,
            @ForAll @DoubleRange(min = 0, max = 0.5) double points) {
        List<AccountTotal> all = customers(known.stream().map(one -> 1_000_000L).toList());
        Retentions retentions = retentions(known);
        WhatIf whole = WhatIf.of(
                NAME, all, retentions, retentions.cut(all, points), new Asked(points, 0.1, 0, Optional.empty()));

        assertThat(Objects.requireNonNull(whole.kept()) / all.size())
                .isCloseTo(Math.min(points, 1 - retentions.mean(all)), within(1e-9));
        assertThat(Objects.requireNonNull(whole.gain())).isNotNegative();
    }
}
