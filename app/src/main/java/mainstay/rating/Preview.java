package mainstay.rating;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainstay.portfolio.Standing;
import mainstay.portfolio.Standings;
import mainstay.rating.key.KeyAccountRule;
import mainstay.rating.key.KeyStatus;
import mainstay.rating.key.KeyVerdict;
import mainstay.rating.model.RatingModel;
import mainstay.rating.model.Score;
import mainstay.rating.model.Stars;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What models would say of a day, with nothing kept: neither hysteresis nor stars that people set play a
/// part.
@Service
@Transactional(readOnly = true)
public class Preview {
    private final Standings standings;
    private final Rater rater;
    private final Models models;

    Preview(Standings standings, Rater rater, Models models) {
        this.standings = standings;
        this.rater = rater;
        this.models = models;
    }

    /// The model that ratings follow now.
    public RatingModel inForce() {
        return models.inForce();
    }

    /// Any version, drafts included.
    public RatingModel model(int version) {
        return models.model(version);
    }

    /// An account under a model.
    ///
    /// @param key whether the key-account rule would call it a key account, provisional ones included
    public record Rated(Score score, Stars stars, long revenue, boolean key) {
        public long account() {
            return score.account();
        }

        /// Stars that rest on enough; 0 where they are hollow.
        public int solid() {
            return stars.hollow() ? 0 : stars.shown();
        }
    }

    /// The accounts of a day under each model, every list in the same order: the largest first.
    ///
    /// @param known the day up to which marks count
    /// @param group whether accounts under common control count as one
    public List<List<Rated>> of(List<RatingModel> tried, LocalDate asOf, LocalDate known, boolean group) {
        List<Standing> found = standings.at(asOf, group);
        return tried.stream()
                .map(model -> of(model, found, new Occasion(group, asOf, known, 0, model.version())))
                .toList();
    }

    private List<Rated> of(RatingModel model, List<Standing> found, Occasion occasion) {
        List<Score> scores = rater.scores(occasion, model, found);
        Map<Long, KeyStatus> statuses = new HashMap<>();
        for (KeyVerdict verdict : rater.verdicts(new KeyAccountRule(models.limits()), found, scores)) {
            statuses.put(verdict.account(), verdict.status());
        }
        List<Rated> rated = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            Score score = scores.get(i);
            KeyStatus status = statuses.get(score.account());
            rated.add(new Rated(
                    score,
                    Stars.of(model, score, null),
                    found.get(i).revenue(),
                    status == KeyStatus.KEY || status == KeyStatus.PROVISIONAL));
        }
        return rated;
    }
}
