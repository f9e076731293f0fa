package mainstay.rating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainstay.portfolio.Standing;
import mainstay.portfolio.Standings;
import mainstay.rating.finding.ConfirmedFindings;
import mainstay.rating.finding.ConfirmedFindings.Confirmed;
import mainstay.rating.key.KeyAccountRule;
import mainstay.rating.key.KeyCandidate;
import mainstay.rating.key.KeyStatus;
import mainstay.rating.key.KeyVerdict;
import mainstay.rating.model.CriterionGroup;
import mainstay.rating.model.RatingModel;
import mainstay.rating.model.Score;
import mainstay.rating.model.Scoring;
import mainstay.rating.model.Stars;
import mainstay.rating.model.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Rates all accounts of a day: figures from the ledger, points in memory, rows back in bulk.
@Component
class RatingRun {
    private static final int AT_ONCE = 2_000;

    private final Standings standings;
    private final Assessments assessments;
    private final ConfirmedFindings findings;
    private final Models models;
    private final RegionalSales regions;
    private final RatingTable ratings;
    private final VerdictTable verdicts;
    private final TurningPoints turningPoints;

    RatingRun(
            Standings standings,
            Assessments assessments,
            ConfirmedFindings findings,
            Models models,
            RegionalSales regions,
            RatingTable ratings,
            VerdictTable verdicts,
            TurningPoints turningPoints) {
        this.standings = standings;
        this.assessments = assessments;
        this.findings = findings;
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
        Map<Long, Health> health = rate(occasion, model, found);
        ratings.pointAt(occasion);
        verdicts.replace(occasion.scope(), judge(occasion, found, health));
        turningPoints.tell(occasion, before);
        return found.size();
    }

    /// What the key-account rule needs of a rating.
    private record Health(
            @Nullable Double payment, @Nullable Double philosophy) {
        static final Health UNKNOWN = new Health(null, null);

        static Health of(Score score) {
            var payment = score.group(CriterionGroup.FINANCE);
            var philosophy = score.figure("philosophy");
            return new Health(
                    payment.isPresent() ? payment.getAsDouble() : null,
                    philosophy.isPresent() ? philosophy.getAsDouble() : null);
        }
    }

    private Map<Long, Health> rate(Occasion occasion, RatingModel model, List<Standing> found) {
        Map<Long, Map<String, Double>> marks =
                assessments.known(occasion.knownUntil(), occasion.group(), occasion.asOf());
        Map<Long, Confirmed> confirmed = findings.known(occasion.knownUntil(), occasion.asOf(), occasion.group());
        Map<Long, Stars> before = ratings.starsBefore(occasion);
        List<Subject> subjects = found.stream()
                .map(standing -> new Measured(
                                standing,
                                marks.getOrDefault(standing.accountId(), Map.of()),
                                confirmed.getOrDefault(standing.accountId(), Confirmed.NOTHING))
                        .subject(model))
                .toList();
        Scoring scoring = Scoring.of(model, subjects);
        Map<Long, Health> health = new HashMap<>();
        List<RatingRow> rows = new ArrayList<>(AT_ONCE);
        for (Subject subject : subjects) {
            Score score = scoring.score(subject);
            health.put(subject.account(), Health.of(score));
            rows.add(RatingRow.of(occasion, score, Stars.of(model, score, before.get(subject.account()))));
            if (rows.size() == AT_ONCE) {
                ratings.append(rows);
                rows.clear();
            }
        }
        ratings.append(rows);
        return health;
    }

    private List<VerdictRow> judge(Occasion occasion, List<Standing> found, Map<Long, Health> health) {
        KeyAccountRule rule = new KeyAccountRule(models.limits());
        List<VerdictRow> rows = new ArrayList<>();
        rule.judge(found.stream()
                        .map(standing -> candidate(
                                standing.accountId(), standing.revenue(), Measured.expected(standing), health))
                        .toList())
                .forEach(verdict -> rows.add(VerdictRow.of(occasion, "", verdict)));
        regions.byRegion(occasion.asOf(), occasion.group(), models.accountsOfRegion())
                .forEach((region, sold) -> rule
                        .judge(sold.stream()
                                .map(account -> candidate(account.account(), account.revenue(), null, health))
                                .toList())
                        .stream()
                        .filter(RatingRun::isKey)
                        .forEach(verdict -> rows.add(VerdictRow.of(occasion, region, verdict))));
        return rows;
    }

    private static KeyCandidate candidate(
            long account, long revenue, @Nullable Long expected, Map<Long, Health> health) {
        Health known = health.getOrDefault(account, Health.UNKNOWN);
        return new KeyCandidate(account, revenue, expected, known.payment(), known.philosophy());
    }

    private static boolean isKey(KeyVerdict verdict) {
        return verdict.status() == KeyStatus.KEY || verdict.status() == KeyStatus.PROVISIONAL;
    }
}
