package mainstay.rating.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import mainstay.rating.MeasureEffect.Move;
import mainstay.rating.Preview;
import mainstay.rating.Preview.Rated;
import mainstay.rating.design.TrialResult.Count;
import mainstay.rating.design.TrialResult.Found;
import mainstay.rating.design.TrialResult.Mover;
import mainstay.rating.design.TrialResult.Shut;
import mainstay.rating.model.Gate;
import mainstay.rating.model.RatingModel;
import mainstay.rating.model.Tier;

/// The comparisons of a trial, as plain functions over rated accounts.
final class Trial {
    private static final int MOST = 50;

    private Trial() {}

    /// Code and name of an account.
    record Named(String code, String name) {
        static final Named NOBODY = new Named("", "");
    }

    /// Both lists in the same order.
    static List<Count> moves(List<Rated> now, List<Rated> then) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int i = 0; i < now.size(); i++) {
            counts.merge(now.get(i).solid() * 10 + then.get(i).solid(), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .map(count -> new Count(count.getKey() / 10, count.getKey() % 10, count.getValue()))
                .toList();
    }

    /// Accounts whose stars would be others. 0 stands for hollow ones, which have nothing by stars.
    static Map<Long, Move> starMoves(List<Rated> now, List<Rated> then) {
        Map<Long, Move> moves = new HashMap<>();
        for (int i = 0; i < now.size(); i++) {
            int from = now.get(i).solid();
            int to = then.get(i).solid();
            if (from != to) {
                moves.put(now.get(i).account(), new Move(from, to));
            }
        }
        return moves;
    }

    /// How many would move to the very stars that the model in force gives them too, and only holds back.
    static int released(Preview.Publication published) {
        int released = 0;
        for (int i = 0; i < published.now().size(); i++) {
            int to = published.then().get(i).solid();
            if (published.now().get(i).solid() != to && published.loose().get(i).solid() == to) {
                released++;
            }
        }
        return released;
    }

    static List<Mover> strongest(List<Rated> now, List<Rated> then, Map<Long, Named> names) {
        List<Mover> movers = new ArrayList<>();
        for (int i = 0; i < now.size() && movers.size() < MOST; i++) {
            Rated before = now.get(i);
            Rated after = then.get(i);
            if (before.solid() != after.solid()) {
                Named named = names.getOrDefault(before.account(), Named.NOBODY);
                movers.add(new Mover(
                        named.code(),
                        named.name(),
                        before.solid(),
                        after.solid(),
                        before.score().value(),
                        after.score().value(),
                        before.revenue()));
            }
        }
        movers.sort(Comparator.comparingLong(Mover::revenue).reversed());
        return movers;
    }

    /// Gates for which some account has a figure and none has enough.
    static List<Shut> shut(RatingModel model, List<Rated> rated) {
        List<Shut> shut = new ArrayList<>();
        for (Tier tier : model.tiers()) {
            for (Gate gate : tier.gates()) {
                OptionalDouble best = rated.stream()
                        .map(account -> account.score().at(gate))
                        .filter(OptionalDouble::isPresent)
                        .mapToDouble(OptionalDouble::getAsDouble)
                        .max();
                if (best.isPresent() && best.getAsDouble() < gate.minimum()) {
                    shut.add(new Shut(tier.stars(), subject(gate), gate.minimum()));
                }
            }
        }
        return shut;
    }

    private static String subject(Gate gate) {
        return switch (gate) {
            case Gate.OfGroup group -> "group:" + group.group().code();
            case Gate.OfFigure figure -> figure.criterion();
        };
    }

    /// Key accounts of today, the largest first: whom the rule names, and whom people made key accounts.
    ///
    /// @param rated     everybody who is rated, the largest first
    /// @param appointed by approval; those that never bought anything come last
    static List<Long> keyAccounts(List<Rated> rated, Set<Long> appointed) {
        Set<Long> known = new LinkedHashSet<>();
        rated.stream()
                .filter(account -> account.key() || appointed.contains(account.account()))
                .map(Rated::account)
                .forEach(known::add);
        appointed.stream().sorted().forEach(known::add);
        return List.copyOf(known);
    }

    /// How many of today's key accounts would have been named a year before.
    ///
    /// @param before the accounts of a year before
    /// @param today  key accounts of today, the largest first
    static Found found(List<Rated> before, Predicate<Rated> named, List<Long> today, Map<Long, Named> names) {
        Set<Long> then = before.stream().filter(named).map(Rated::account).collect(Collectors.toSet());
        List<String> misses = today.stream()
                .filter(account -> !then.contains(account))
                .map(account -> names.getOrDefault(account, Named.NOBODY).name())
                .toList();
        return new Found(then.size(), today.size() - misses.size(), misses);
    }
}
