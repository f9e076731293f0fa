package mainstay.rating;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.portfolio.Finding;
import mainstay.portfolio.Standing;
import mainstay.rating.RatingView.Assessable;
import mainstay.rating.RatingView.ChangeRow;
import mainstay.rating.RatingView.GroupRow;
import mainstay.rating.RatingView.MoveView;
import mainstay.rating.RatingView.PartRow;
import mainstay.rating.RatingView.Remodelled;
import mainstay.rating.model.Criterion;
import mainstay.rating.model.CriterionGroup;
import mainstay.rating.model.Gate;
import mainstay.rating.model.RatingModel;
import mainstay.rating.model.Score;
import mainstay.rating.model.Tier;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts the rating panel of an account together: from stars to criterion, from criterion to figure and its
/// rows.
@Service
@Transactional(readOnly = true)
class RatingBoard {
    private static final double NOTICEABLE = 0.05;

    private final RatingTable ratings;
    private final KeyAccounts keyAccounts;
    private final Regions regions;
    private final KeySentences sentences;
    private final Movers movers;
    private final Assessments assessments;
    private final Models models;
    private final Texts texts;
    private final Clock clock;

    RatingBoard(
            RatingTable ratings,
            KeyAccounts keyAccounts,
            Regions regions,
            KeySentences sentences,
            Movers movers,
            Assessments assessments,
            Models models,
            Texts texts,
            Clock clock) {
        this.ratings = ratings;
        this.keyAccounts = keyAccounts;
        this.regions = regions;
        this.sentences = sentences;
        this.movers = movers;
        this.assessments = assessments;
        this.models = models;
        this.texts = texts;
        this.clock = clock;
    }

    /// Sums of a group are for those who see the whole firm; others see the account that leads it by
    /// itself.
    ///
    /// @param asGroup null rates who leads a group as the group, everybody else alone
    RatingView view(long account, @Nullable Boolean asGroup, boolean mayAssess, boolean mayDecide, Locale locale) {
        boolean leads = Acting.actor().reaches(Level.BUSINESS) && keyAccounts.leadsGroup(account);
        boolean grouped = leads && !Boolean.FALSE.equals(asGroup);
        String scope = grouped ? Standing.GROUP : Standing.ACCOUNT;
        Rating rating = ratings.current(scope, account).orElse(null);
        KeyAccount key = keyAccounts.of(scope, account).orElse(null);
        FigureWords words = new FigureWords(texts, locale);
        List<PartRow> rows = rating == null
                ? List.of()
                : rating.parts().stream().map(part -> row(part, grouped, words)).toList();
        return new RatingView(
                leads,
                grouped,
                rating,
                key,
                key == null ? "" : sentences.reasons(key, locale),
                evidence(account, locale),
                regions.of(scope, account),
                rating == null ? List.of() : groups(rating, grouped, words),
                rating == null ? List.of() : shut(rating, words),
                rows.stream()
                        .filter(row -> row.unknown() != null)
                        .sorted(Comparator.comparingDouble(PartRow::weight).reversed())
                        .toList(),
                movers.of(scope, account).map(movement -> move(movement, words)).orElse(null),
                rating == null ? null : remodelled(scope, rating, words),
                assessments.of(account),
                assessable(words),
                mayAssess,
                mayDecide,
                LocalDate.now(clock));
    }

    /// What speaks for the account itself: whoever sees it reads what was proposed, but not what its group
    /// sells.
    private String evidence(long account, Locale locale) {
        return keyAccounts
                .of(Standing.ACCOUNT, account)
                .map(key -> sentences.reasons(key, locale))
                .orElse("");
    }

    /// The criterion of the model in force that a mark is for, if it is one.
    Optional<Criterion> assessable(String code) {
        return models.inForce().criteria().stream()
                .filter(criterion -> criterion.assessed() && criterion.code().equals(code))
                .findFirst();
    }

    private List<Assessable> assessable(FigureWords words) {
        return models.inForce().criteria().stream()
                .filter(Criterion::assessed)
                .map(criterion -> new Assessable(criterion.code(), words.criterion(criterion.code(), criterion.name())))
                .toList();
    }

    private static List<GroupRow> groups(Rating rating, boolean grouped, FigureWords words) {
        List<GroupRow> groups = new ArrayList<>();
        Arrays.stream(CriterionGroup.values()).map(CriterionGroup::code).forEach(group -> {
            List<PartRow> parts = rating.parts().stream()
                    .filter(part -> part.group().equals(group))
                    .map(part -> row(part, grouped, words))
                    .toList();
            if (!parts.isEmpty()) {
                groups.add(new GroupRow(group, words.points(rating.group(group)), parts));
            }
        });
        return groups;
    }

    /// Tiers that the score reaches and the gates do not let it into, the highest first.
    private List<String> shut(Rating rating, FigureWords words) {
        RatingModel model = models.model(rating.modelVersion());
        Score score = rating.score(model);
        return model.tiers().stream()
                .filter(tier -> tier.stars() > rating.computedStars() && rating.score() >= tier.from())
                .flatMap(tier -> tier.gates().stream()
                        .filter(gate -> !score.passes(gate))
                        .map(gate -> gate(tier, gate, score, words)))
                .toList();
    }

    private String gate(Tier tier, Gate gate, Score score, FigureWords words) {
        double found = score.at(gate).orElseThrow();
        return switch (gate) {
            case Gate.OfGroup of ->
                words.gate(
                        tier.stars(),
                        words.points(of.minimum()),
                        words.groupPoints(of.group().code()),
                        words.points(found));
            case Gate.OfFigure of -> {
                Criterion criterion = score.criterion(of.criterion());
                yield words.gate(
                        tier.stars(),
                        words.figure(criterion.unit().code(), of.minimum()),
                        words.criterion(criterion.code(), criterion.name()),
                        words.figure(criterion.unit().code(), found));
            }
        };
    }

    private static PartRow row(Part part, boolean grouped, FigureWords words) {
        Double points = part.points();
        return new PartRow(
                part.code(),
                words.criterion(part.code(), part.name()),
                words.figure(part.unit(), part.figure()),
                words.points(points),
                part.weight(),
                part.unknown(),
                points == null ? null : (int) Math.round(points),
                part.unit().equals("mark") ? "" : Finding.panel(words.panel(part), grouped));
    }

    private @Nullable Remodelled remodelled(String scope, Rating rating, FigureWords words) {
        return ratings.byModelBefore(scope, rating)
                .map(before -> new Remodelled(
                        rating.modelVersion(),
                        before.modelVersion(),
                        !before.hollow() && !rating.hollow(),
                        before.stars() != rating.stars() && before.computedStars() == rating.stars(),
                        before.stars(),
                        rating.stars(),
                        words.points(before.score()),
                        words.points(rating.score())))
                .orElse(null);
    }

    private static MoveView move(Movement movement, FigureWords words) {
        return new MoveView(
                movement.before().asOf(),
                movement.hasStars(),
                movement.before().stars(),
                movement.after().stars(),
                words.effect(movement.points()),
                movement.changes().stream()
                        .filter(change -> Math.abs(change.effect()) >= NOTICEABLE)
                        .map(change -> new ChangeRow(
                                words.criterion(change.code(), change.name()),
                                words.figure(change.unit(), change.before()),
                                words.figure(change.unit(), change.after()),
                                words.effect(change.effect()),
                                change.effect() > 0))
                        .toList());
    }
}
