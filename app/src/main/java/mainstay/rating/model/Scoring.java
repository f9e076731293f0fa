package mainstay.rating.model;

import java.util.ArrayList;
import java.util.List;

/// A model applied to all accounts of one day: first the places among peers, then account by account.
public final class Scoring {
    private final RatingModel model;
    private final List<PercentileRanks> ranks;
    private final double totalWeight;

    private Scoring(RatingModel model, List<PercentileRanks> ranks) {
        this.model = model;
        this.ranks = ranks;
        totalWeight = model.totalWeight();
    }

    public static Scoring of(RatingModel model, List<Subject> peers) {
        List<PercentileRanks> ranks = new ArrayList<>();
        for (int i = 0; i < model.criteria().size(); i++) {
            ranks.add(new PercentileRanks(known(model.criteria().get(i), peers, i)));
        }
        return new Scoring(model, ranks);
    }

    public Score score(Subject subject) {
        List<CriterionScore> parts = new ArrayList<>(model.criteria().size());
        for (int i = 0; i < model.criteria().size(); i++) {
            parts.add(part(model.criteria().get(i), subject.figures().get(i), ranks.get(i)));
        }
        return Score.of(subject.account(), List.copyOf(parts), totalWeight);
    }

    private static CriterionScore part(Criterion criterion, Figure figure, PercentileRanks peers) {
        if (!(figure instanceof Figure.Known known)) {
            return new CriterionScore(criterion, figure, null);
        }
        return switch (criterion.scale()) {
            case Scale.Linear linear -> new CriterionScore(criterion, figure, linear.points(known.value()));
            case Scale.Rank rank ->
                peers.comparable()
                        ? new CriterionScore(criterion, figure, peers.points(known.value()))
                        : new CriterionScore(criterion, Figure.unknown(UnknownReason.TOO_FEW_PEERS), null);
        };
    }

    private static double[] known(Criterion criterion, List<Subject> peers, int index) {
        if (!(criterion.scale() instanceof Scale.Rank)) {
            return new double[0];
        }
        return peers.stream()
                .map(peer -> peer.figures().get(index))
                .filter(Figure.Known.class::isInstance)
                .mapToDouble(figure -> ((Figure.Known) figure).value())
                .toArray();
    }
}
