package mainstay.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mainstay.portfolio.Standing;
import mainstay.rating.RegionalSales.Sold;
import mainstay.rating.key.KeyAccountRule;
import mainstay.rating.key.KeyStatus;
import mainstay.rating.model.Score;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says who is a key account of the firm, and by the same rule within each region, and keeps it.
@Component
class KeyRun {
    private final Rater rater;
    private final Models models;
    private final VerdictTable verdicts;

    KeyRun(Rater rater, Models models, VerdictTable verdicts) {
        this.rater = rater;
        this.models = models;
        this.verdicts = verdicts;
    }

    void judge(Occasion occasion, List<Standing> found, List<Score> scores, RegionalSales.Sales sales) {
        KeyAccountRule rule = new KeyAccountRule(models.limits());
        List<VerdictRow> rows = new ArrayList<>();
        rater.verdicts(rule, found, scores).forEach(verdict -> rows.add(VerdictRow.of(occasion, "", verdict)));
        List<RegionRow> regions = new ArrayList<>();
        Map<Long, Health> health = Health.of(scores);
        Map<Long, Standing> standings =
                found.stream().collect(Collectors.toMap(Standing::accountId, Function.identity()));
        sales.ofRegions(models.accountsOfRegion()).forEach((region, sold) -> {
            regions.add(RegionRow.of(occasion, region, sold));
            rule
                    .judge(sold.stream()
                            .map(one -> Rater.candidate(
                                    one.account(), one.revenue(), expected(standings.get(one.account()), one), health))
                            .toList())
                    .stream()
                    .filter(verdict -> verdict.status() != KeyStatus.NONE)
                    .forEach(verdict -> rows.add(VerdictRow.of(occasion, region, verdict)));
        });
        verdicts.replace(occasion.scope(), rows, regions);
    }

    /// What an account is expected to buy goes where it bought so far.
    private static @Nullable Long expected(@Nullable Standing standing, Sold sold) {
        Long whole = standing == null || standing.revenue() <= 0 ? null : Measured.expected(standing);
        return whole == null || standing == null
                ? null
                : Math.max(0, Math.round((double) whole * sold.revenue() / standing.revenue()));
    }
}
