package mainstay.rating.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/// A model applied to all accounts of one day: first the places among peers, then account by account.
public final class Scoring {
    private final RatingModel model;
    private final List<Map<String, PercentileRanks>> ranks;
    private final double totalWeight;

    private Scoring(RatingModel model, List<Map<String, PercentileRanks>> ranks) {
        this.model = model;
        this.ranks = ranks;
        totalWeight = model.totalWeight();
    }

    public static Scoring of(RatingModel model, List<Subject> peers) {
        List<Map<String, PercentileRanks>> ranks = new ArrayList<>();
        for (int i = 0; i < model.criteria().size(); i++) {
            ranks.add(model.criteria().get(i).scale() instanceof Scale.Rank rank ? ranks(rank, peers, i) : Map.of());
        }
        return new Scoring(model, ranks);
    }

    public Score score(Subject subject) {
        List<CriterionScore> parts = new ArrayList<>(model.criteria().size());
        for (int i = 0; i < model.criteria().size(); i++) {
            parts.add(part(model.criteria().get(i), subject, i));
        }
        return Score.of(subject.account(), List.copyOf(parts), totalWeight);
    }

    private CriterionScore part(Criterion criterion, Subject subject, int index) {
        Figure figure = subject.figures().get(index);
        if (!(figure instanceof Figure.Known known)) {
            return new CriterionScore(criterion, figure, null);
        }
        return switch (criterion.scale()) {
            case Scale.Linear linear -> new CriterionScore(criterion, figure, linear.points(known.value()));
            case Scale.Rank rank -> {
                String among = subject.among(rank.peers());
                PercentileRanks peers = among == null ? null : ranks.get(index).get(among);
                yield peers != null && peers.comparable()
                        ? new CriterionScore(criterion, figure, peers.points(known.value()))
                        : new CriterionScore(criterion, Figure.unknown(UnknownReason.TOO_FEW_PEERS), null);
            }
        };
    }

    /// The places of each circle of peers.
    private static Map<String, PercentileRanks> ranks(Scale.Rank rank, List<Subject> peers, int index) {
        Map<String, DoubleStream.Builder> known = new HashMap<>();
        for (Subject peer : peers) {
            String among = peer.among(rank.peers());
            if (among != null && peer.figures().get(index) instanceof Figure.Known figure) {
                known.computeIfAbsent(among, circle -> DoubleStream.builder()).add(figure.value());
            }
        }
        Map<String, PercentileRanks> ranks = new HashMap<>();
        known.forEach((among, figures) ->
                ranks.put(among, new PercentileRanks(figures.build().toArray())));
        return ranks;
    }
}
