package mainstay.rating;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What models would say of a day, with nothing kept.
@Service
@Transactional(readOnly = true)
public class Preview {
    private final Standings standings;
    private final Rater rater;
    private final Models models;
    private final RatingTable ratings;
    private final DecisionDesk decisions;

    Preview(Standings standings, Rater rater, Models models, RatingTable ratings, DecisionDesk decisions) {
        this.standings = standings;
        this.rater = rater;
        this.models = models;
        this.ratings = ratings;
        this.decisions = decisions;
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

        Rated with(@Nullable Stars others) {
            return others == null ? this : new Rated(score, others, revenue, key);
        }

        /// Stars that rest on enough; 0 where they are hollow.
        public int solid() {
            return stars.hollow() ? 0 : stars.shown();
        }
    }

    /// What publishing a model would change, every list in the same order: the largest account first.
    ///
    /// @param now   with the stars that accounts have
    /// @param loose with those the model in force would give them, were no move held back
    /// @param then  with those they would have
    public record Publication(List<Rated> now, List<Rated> loose, List<Rated> then) {}

    /// Each account with the stars it has now, hysteresis included, and with those it would have once a model is
    /// published. Stars that people set stay; hysteresis begins anew with a model.
    public Publication ofPublication(RatingModel draft, LocalDate asOf, LocalDate known) {
        List<List<Rated>> both = of(List.of(models.inForce(), draft), asOf, known, false);
        Map<Long, Stars> shown = ratings.shown(Standing.ACCOUNT);
        Map<Long, Stars> set = new HashMap<>();
        decisions.setStars(asOf, known).forEach((account, stars) -> set.put(account, new Stars(stars, stars, false)));
        return new Publication(
                both.getFirst().stream()
                        .map(rated -> rated.with(shown.get(rated.account())))
                        .toList(),
                both.getFirst(),
                both.getLast().stream()
                        .map(rated -> rated.with(set.get(rated.account())))
                        .toList());
    }

    /// The accounts of a day under each model, neither hysteresis nor stars that people set included, every list in the
    /// same order: the largest first.
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
