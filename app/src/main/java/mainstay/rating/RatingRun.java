package mainstay.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mainstay.portfolio.Standing;
import mainstay.portfolio.Standings;
import mainstay.rating.decision.DecisionDesk;
import mainstay.rating.key.KeyAccountRule;
import mainstay.rating.key.KeyStatus;
import mainstay.rating.key.KeyVerdict;
import mainstay.rating.model.RatingModel;
import mainstay.rating.model.Score;
import mainstay.rating.model.Stars;
import org.springframework.stereotype.Component;

/// Rates all accounts of a day: figures from the ledger, points in memory, rows back in bulk.
@Component
class RatingRun {
    private static final int AT_ONCE = 2_000;

    private final Standings standings;
    private final Rater rater;
    private final DecisionDesk decisions;
    private final Models models;
    private final RegionalSales regions;
    private final RatingTable ratings;
    private final VerdictTable verdicts;
    private final TurningPoints turningPoints;

    RatingRun(
            Standings standings,
            Rater rater,
            DecisionDesk decisions,
            Models models,
            RegionalSales regions,
            RatingTable ratings,
            VerdictTable verdicts,
            TurningPoints turningPoints) {
        this.standings = standings;
        this.rater = rater;
        this.decisions = decisions;
        this.models = models;
        this.regions = regions;
        this.ratings = ratings;
        this.verdicts = verdicts;
        this.turningPoints = turningPoints;
    }

    /// Rates a past day, so that there is something to compare the present with.
    void replay(Occasion occasion, RatingModel model) {
        rate(occasion, model, standings.at(occasion.asOf(), occasion.group()));
    }

    /// Rates the present day and says who is a key account.
    int current(Occasion occasion, RatingModel model) {
        Map<Long, Bearing> before = turningPoints.bearings(occasion.scope());
        List<Standing> found = standings.at(occasion.asOf(), occasion.group());
        standings.keep(occasion.scope(), found);
        List<Score> scores = rate(occasion, model, found);
        ratings.pointAt(occasion);
        verdicts.replace(occasion.scope(), judge(occasion, found, scores));
        turningPoints.tell(occasion, before);
        return found.size();
    }

    private List<Score> rate(Occasion occasion, RatingModel model, List<Standing> found) {
        Map<Long, Stars> before = ratings.starsBefore(occasion);
        Map<Long, Integer> set = decisions.setStars(occasion.asOf(), occasion.knownUntil());
        List<Score> scores = rater.scores(occasion, model, found);
        List<RatingRow> rows = new ArrayList<>(AT_ONCE);
        for (Score score : scores) {
            Stars stars = Stars.of(model, score, before.get(score.account()));
            rows.add(RatingRow.of(occasion, score, stars, set.get(score.account())));
            if (rows.size() == AT_ONCE) {
                ratings.append(rows);
                rows.clear();
            }
        }
        ratings.append(rows);
        return scores;
    }

    private List<VerdictRow> judge(Occasion occasion, List<Standing> found, List<Score> scores) {
        KeyAccountRule rule = new KeyAccountRule(models.limits());
        Map<Long, Health> health = Health.of(scores);
        List<VerdictRow> rows = new ArrayList<>();
        rater.verdicts(rule, found, scores).forEach(verdict -> rows.add(VerdictRow.of(occasion, "", verdict)));
        regions.byRegion(occasion.asOf(), occasion.group(), models.accountsOfRegion())
                .forEach((region, sold) -> rule
                        .judge(sold.stream()
                                .map(account -> Rater.candidate(account.account(), account.revenue(), null, health))
                                .toList())
                        .stream()
                        .filter(RatingRun::isKey)
                        .forEach(verdict -> rows.add(VerdictRow.of(occasion, region, verdict))));
        return rows;
    }

    private static boolean isKey(KeyVerdict verdict) {
        return verdict.status() == KeyStatus.KEY || verdict.status() == KeyStatus.PROVISIONAL;
    }
}
