package mainstay.rating;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainstay.portfolio.Standing;
import mainstay.portfolio.Standings;
import mainstay.portfolio.StandingsOfDay;
import mainstay.rating.decision.DecisionDesk;
import mainstay.rating.model.RatingModel;
import mainstay.rating.model.Score;
import mainstay.rating.model.Stars;
import org.springframework.stereotype.Component;

/// Rates all accounts of a day: figures from the ledger, points in memory, rows back in bulk.
@Component
class RatingRun {
    private static final int AT_ONCE = 10_000;

    private final Standings standings;
    private final Rater rater;
    private final DecisionDesk decisions;
    private final RatingTable ratings;
    private final RegionalSales regionalSales;
    private final KeyRun keyRun;
    private final TurningPoints turningPoints;
    private final Attribution attribution;

    RatingRun(
            Standings standings,
            Rater rater,
            DecisionDesk decisions,
            RatingTable ratings,
            RegionalSales regionalSales,
            KeyRun keyRun,
            TurningPoints turningPoints,
            Attribution attribution) {
        this.standings = standings;
        this.rater = rater;
        this.decisions = decisions;
        this.ratings = ratings;
        this.regionalSales = regionalSales;
        this.keyRun = keyRun;
        this.turningPoints = turningPoints;
        this.attribution = attribution;
    }

    /// What a run on the newest day reads of ledger, accounts and costs, in one text. No run writes any of it,
    /// or it would start the next one.
    String basis(LocalDate asOf) {
        return standings.basis(asOf);
    }

    /// Rates accounts and groups on a past day, so that there is something to compare the present with.
    void replay(Occasion occasion, RatingModel model) {
        long merges = attribution.merges();
        StandingsOfDay found = standings.on(occasion.asOf());
        rate(occasion, model, found.accounts());
        attribution.giveWay(merges);
        rate(occasion.ofGroups(), model, found.groups());
    }

    /// Rates accounts and groups on the present day and says who is a key account.
    ///
    /// @return how many accounts
    int current(Occasion occasion, RatingModel model) {
        long merges = attribution.merges();
        StandingsOfDay found = standings.renew(occasion.asOf());
        attribution.giveWay(merges);
        RegionalSales.Sales sales = regionalSales.until(occasion.asOf());
        current(occasion, model, found.accounts(), sales);
        attribution.giveWay(merges);
        current(occasion.ofGroups(), model, found.groups(), sales.grouped(found.roots()));
        return found.accounts().size();
    }

    private void current(Occasion occasion, RatingModel model, List<Standing> found, RegionalSales.Sales sales) {
        Map<Long, Bearing> before = turningPoints.bearings(occasion.scope());
        long since = ratings.newest();
        List<Score> scores = rate(occasion, model, found);
        ratings.pointAllAt(occasion, since);
        keyRun.judge(occasion, found, scores, sales);
        if (before.size() < found.size() / 2) {
            ratings.measure();
        }
        turningPoints.tell(occasion, before);
    }

    /// Adds no rating that says again what the current one of the same day says.
    private List<Score> rate(Occasion occasion, RatingModel model, List<Standing> found) {
        Map<Long, Stars> before = ratings.starsBefore(occasion);
        Map<Long, Integer> set = decisions.setStars(occasion.asOf(), occasion.knownUntil());
        Map<Long, Long> said = ratings.said(occasion);
        List<Score> scores = rater.scores(occasion, model, found);
        List<RatingRow> rows = new ArrayList<>(AT_ONCE);
        for (Score score : scores) {
            Stars stars = Stars.of(model, score, before.get(score.account()));
            RatingRow row = RatingRow.of(occasion, score, stars, set.get(score.account()));
            if (Objects.equals(said.get(score.account()), row.digest())) {
                continue;
            }
            rows.add(row);
            if (rows.size() == AT_ONCE) {
                ratings.append(rows);
                rows.clear();
            }
        }
        if (!rows.isEmpty()) {
            ratings.append(rows);
        }
        return scores;
    }
}
