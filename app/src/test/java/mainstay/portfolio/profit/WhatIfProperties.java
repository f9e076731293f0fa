package mainstay.portfolio.profit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mainstay.portfolio.AccountTotal;
import mainstay.portfolio.Served;
import mainstay.portfolio.profit.WhatIf.Asked;
import mainstay.shared.web.Text;
import net.jqwik.api.Assume;
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
        return Retentions.of(Optional.empty(), byAccount, Set.of(), Set.of(), 0.5)
                .orElseThrow();
    }

    @Property
    void the_parts_add_up_to_the_whole(
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
    }

    @Property
    void whom_it_costs_to_keep_loses_and_who_earns_gains(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0, max = 90_000_000_000L) Long> amounts,
            @ForAll @Size(max = 30) List<@DoubleRange(min = 0, max = 1) Double> known,
            @ForAll boolean losing,
            @ForAll @DoubleRange(min = 0, max = 0.5) double points,
            @ForAll @DoubleRange(min = 0.01, max = 1) double discount) {
        int sign = losing ? -1 : 1;
        List<AccountTotal> all =
                customers(amounts.stream().map(amount -> sign * amount).toList());
        Retentions retentions = retentions(known);
        WhatIf whole = WhatIf.of(
                NAME, all, retentions, retentions.cut(all, points), new Asked(points, discount, 0, Optional.empty()));

        long value = Objects.requireNonNull(whole.value());
        assertThat(sign * value).isNotNegative();
        assertThat(sign * Objects.requireNonNull(whole.gain())).isNotNegative();
        if (value == 0) {
            assertThat(whole.relative()).isNull();
        } else {
            assertThat(sign * Objects.requireNonNull(whole.relative()) >= 0).isTrue();
        }
    }

    @Property
    void a_part_of_what_is_left_is_told_where_profits_and_losses_do_not_cancel(
            @ForAll @LongRange(min = 1_000_000, max = 90_000_000_000L) long profit,
            @ForAll @LongRange(min = 1_000_000, max = 90_000_000_000L) long loss,
            @ForAll @DoubleRange(min = 0.1, max = 0.9) double retention) {
        List<AccountTotal> both = customers(List.of(profit, -loss));
        Retentions retentions = retentions(List.of(retention, retention));
        WhatIf whole = WhatIf.of(
                NAME, both, retentions, retentions.cut(both, 0.05), new Asked(0.05, 0.1, 0, Optional.empty()));

        double left = Math.abs(profit - loss) / (double) (profit + loss);
        Assume.that(Math.abs(left - 0.25) > 1e-3);
        assertThat(whole.relative() != null).isEqualTo(left > 0.25);
        if (whole.relative() != null) {
            assertThat(whole.relative() > 0).isEqualTo(profit > loss);
            assertThat(Objects.requireNonNull(whole.value()) > 0).isEqualTo(profit > loss);
        }
    }

    /// Who is probably gone or closed leaves the answer as it is, whoever they are and whatever is asked.
    @Property
    void nobody_is_kept_who_is_gone(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0, max = 1) Double> known,
            @ForAll Set<@LongRange(min = 0, max = 29) Long> gone,
            @ForAll Set<@LongRange(min = 0, max = 29) Long> closed,
            @ForAll @DoubleRange(min = 0, max = 0.5) double points) {
        List<AccountTotal> all = customers(known.stream().map(one -> 1_000_000L).toList());
        Map<Long, Double> byAccount = new HashMap<>();
        IntStream.range(0, known.size()).forEach(i -> byAccount.put((long) i, known.get(i)));
        Retentions retentions =
                Retentions.of(Optional.empty(), byAccount, closed, gone, null).orElseThrow();
        Leaving leaving = Leaving.of(all, retentions);
        double cut = retentions.cut(all, points);
        Asked asked = new Asked(points, 0.1, 0, Optional.empty());
        WhatIf whole = WhatIf.of(NAME, all, retentions, cut, asked);
        List<AccountTotal> lost = all.stream()
                .filter(total -> gone.contains(total.account()) || closed.contains(total.account()))
                .toList();

        assertThat(Objects.requireNonNull(whole.kept()))
                .isLessThanOrEqualTo(leaving.leave() - leaving.gone() + 1e-9)
                .isCloseTo(Math.min(points * all.size(), leaving.keepable()), within(1e-9));
        if (!lost.isEmpty()) {
            WhatIf without = WhatIf.of(NAME, lost, retentions, cut, asked);
            assertThat(without.kept()).isZero();
            assertThat(without.gain()).isZero();
        }
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
