package mainstay.rating;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainstay.portfolio.Standing;
import mainstay.rating.finding.ConfirmedFindings;
import mainstay.rating.finding.ConfirmedFindings.Confirmed;
import mainstay.rating.key.KeyAccountRule;
import mainstay.rating.key.KeyCandidate;
import mainstay.rating.key.KeyVerdict;
import mainstay.rating.model.Peers;
import mainstay.rating.model.RatingModel;
import mainstay.rating.model.Scale;
import mainstay.rating.model.Score;
import mainstay.rating.model.Scoring;
import mainstay.rating.model.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Applies a model, in force or only drafted, to standings of a day: points in memory, nothing is kept.
@Component
public class Rater {
    private final Assessments assessments;
    private final ConfirmedFindings findings;
    private final JdbcClient jdbc;

    Rater(Assessments assessments, ConfirmedFindings findings, JdbcClient jdbc) {
        this.assessments = assessments;
        this.findings = findings;
        this.jdbc = jdbc;
    }

    /// Scores in the order of the standings.
    List<Score> scores(Occasion occasion, RatingModel model, List<Standing> found) {
        Map<Long, Map<String, Double>> marks =
                assessments.known(occasion.knownUntil(), occasion.group(), occasion.asOf());
        Map<Long, Confirmed> confirmed = findings.known(occasion.knownUntil(), occasion.asOf(), occasion.group());
        Map<Long, Circle> circles = comparesWithin(model) ? circles() : Map.of();
        List<Subject> subjects = found.stream()
                .map(standing -> subject(
                        new Measured(
                                standing,
                                marks.getOrDefault(standing.accountId(), Map.of()),
                                confirmed.getOrDefault(standing.accountId(), Confirmed.NOTHING)),
                        model,
                        circles))
                .toList();
        Scoring scoring = Scoring.of(model, subjects);
        return subjects.stream().map(scoring::score).toList();
    }

    private static Subject subject(Measured measured, RatingModel model, Map<Long, Circle> circles) {
        long account = measured.standing().accountId();
        Circle circle = circles.getOrDefault(account, Circle.NONE);
        return new Subject(account, measured.figures(model), circle.category(), circle.region());
    }

    /// Who an account may be compared with.
    private record Circle(
            @Nullable String category, @Nullable String region) {
        static final Circle NONE = new Circle(null, null);
    }

    private static boolean comparesWithin(RatingModel model) {
        return model.criteria().stream()
                .anyMatch(criterion -> criterion.scale() instanceof Scale.Rank rank && rank.peers() != Peers.ALL);
    }

    private Map<Long, Circle> circles() {
        Map<Long, Circle> circles = new HashMap<>();
        jdbc.sql("select id, nullif(category, '') as category, nullif(region, '') as region from accounts.pub_card")
                .query(row -> {
                    circles.put(row.getLong("id"), new Circle(row.getString("category"), row.getString("region")));
                });
        return circles;
    }

    /// What the key-account rule says of them, with what their scores say of payment and philosophy.
    List<KeyVerdict> verdicts(KeyAccountRule rule, List<Standing> found, List<Score> scores) {
        Map<Long, Health> health = Health.of(scores);
        return rule.judge(found.stream()
                .map(standing ->
                        candidate(standing.accountId(), standing.revenue(), Measured.expected(standing), health))
                .toList());
    }

    static KeyCandidate candidate(long account, long revenue, @Nullable Long expected, Map<Long, Health> health) {
        Health known = Objects.requireNonNullElse(health.get(account), Health.UNKNOWN);
        return new KeyCandidate(account, revenue, expected, known.payment(), known.philosophy());
    }
}
