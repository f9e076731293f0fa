package mainstay.portfolio.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mainstay.portfolio.value.ValueView.Sign;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;

/// The signs of leaving in words.
final class RiskSigns {
    /// Below, a percentage with one decimal would say 0.
    private static final double HARDLY = 0.001;

    /// A fall that chance explains more often than this is a weak sign, and none at all beyond 0.05.
    private static final double CLEARLY = 0.01;

    /// Categories that brought less are a weak sign.
    private static final double MUCH_LOST = 0.1;

    private RiskSigns() {}

    /// Together with what the account's own earlier gaps say of the present one.
    private static Text why(RiskRow row, Text late) {
        Integer longest = row.longestGap();
        Integer asLong = row.gapsAsLong();
        if (!row.isJudgedByGaps() || longest == null || asLong == null) {
            return late;
        }
        return asLong == 0
                ? Text.of("value.sign.late.longest", late, longest)
                : Text.of("value.sign.late.asLong", late, asLong, longest, row.chance());
    }

    private static Text byChance(double probability) {
        return probability < HARDLY ? Text.of("value.byChance.under", HARDLY) : Text.of("value.byChance", probability);
    }

    /// The strong ones first.
    static List<Sign> of(RiskRow row) {
        return found(row).stream().sorted(Comparator.comparing(Sign::weak)).toList();
    }

    private static List<Sign> found(RiskRow row) {
        List<Sign> signs = new ArrayList<>();
        Integer usual = row.usualDays();
        if (row.isLate() && row.gapDays() != null && usual != null) {
            boolean silent = "silent".equals(row.rhythm());
            signs.add(new Sign(
                    silent ? "silent" : "late",
                    row.hasBeenAsLong(),
                    why(row, Text.of("value.sign.late.why", row.gapDays(), usual))));
        }
        if (row.falling() && row.purchasesBefore() != null && row.purchasesAfter() != null && row.rateP() != null) {
            signs.add(new Sign(
                    "falling",
                    row.rateP() > CLEARLY,
                    Text.of(
                            "value.sign.falling.why",
                            row.purchasesBefore(),
                            row.purchasesAfter(),
                            byChance(row.rateP()))));
        }
        if (row.narrowing() && row.categoriesLost() != null) {
            signs.add(new Sign(
                    "narrowing",
                    row.lostShare() == null || row.lostShare() < MUCH_LOST,
                    Text.of("value.sign.narrowing.why", row.categoriesLost(), Shown.share(row.lostShare()))));
        }
        if (row.fading()) {
            signs.add(new Sign(
                    "fading",
                    !row.fellFar(),
                    Text.of("value.sign.fading.why", row.chance(row.aliveBefore()), row.chance())));
        }
        return signs;
    }
}
