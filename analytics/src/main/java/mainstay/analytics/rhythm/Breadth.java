package mainstay.analytics.rhythm;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;

/// In how many categories a customer buys, before and now: partial defection shows here first.
///
/// The effective number is 1/Σ s² with the shares s of the categories in the amount: 4 for four equal ones,
/// little more than 1 where one has nearly everything. Categories with amounts of 0 or less are not bought.
/// Source of the effective number: M. Laakso and R. Taagepera, "Effective Number of Parties", Comparative
/// Political Studies 12, 1979.
///
/// @param lost categories bought before and not now, in alphabetical order
/// @param gained categories bought now and not before
/// @param kept number of categories bought in both periods
/// @param effectiveBefore effective number of categories before, 0 without purchases
/// @param effectiveAfter effective number of categories now
/// @param lostAmount what the lost categories brought before
/// @param amountBefore what all categories brought before
public record Breadth(
        List<String> lost,
        List<String> gained,
        int kept,
        double effectiveBefore,
        double effectiveAfter,
        double lostAmount,
        double amountBefore) {

    /// Copies the lists.
    public Breadth {
        lost = List.copyOf(lost);
        gained = List.copyOf(gained);
    }

    /// Compares the amounts by category of two periods of equal length.
    public static Breadth between(Map<String, Double> before, Map<String, Double> after) {
        var was = bought(before);
        var is = bought(after);
        var lost = new TreeSet<>(was);
        lost.removeAll(is);
        var gained = new TreeSet<>(is);
        gained.removeAll(was);
        return new Breadth(
                List.copyOf(lost),
                List.copyOf(gained),
                was.size() - lost.size(),
                effective(before),
                effective(after),
                lost.stream()
                        .mapToDouble(category -> before.getOrDefault(category, 0.0))
                        .sum(),
                total(before));
    }

    /// The part of the earlier amount that came from categories no longer bought, a fraction; empty without
    /// an amount.
    public OptionalDouble lostShare() {
        return amountBefore > 0 ? OptionalDouble.of(lostAmount / amountBefore) : OptionalDouble.empty();
    }

    /// Whether there are fewer categories now than before.
    public boolean isNarrowing() {
        return lost.size() > gained.size();
    }

    private static TreeSet<String> bought(Map<String, Double> amounts) {
        var bought = new TreeSet<String>();
        amounts.forEach((category, amount) -> {
            if (amount > 0) {
                bought.add(category);
            }
        });
        return bought;
    }

    private static double total(Map<String, Double> amounts) {
        return amounts.values().stream()
                .mapToDouble(amount -> Math.max(0, amount))
                .sum();
    }

    private static double effective(Map<String, Double> amounts) {
        var total = total(amounts);
        var squares = amounts.values().stream()
                .mapToDouble(amount -> Math.max(0, amount) / total)
                .map(share -> share * share)
                .sum();
        return total > 0 ? 1 / squares : 0;
    }
}
