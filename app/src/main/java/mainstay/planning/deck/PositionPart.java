package mainstay.planning.deck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainstay.dossier.Dossier.Line;
import mainstay.dossier.Dossiers;
import mainstay.dossier.Fact;
import mainstay.dossier.Look;
import mainstay.planning.deck.slide.Block;
import mainstay.planning.deck.slide.Block.Bar;
import mainstay.planning.deck.slide.Block.Mark;
import mainstay.planning.deck.slide.Block.Spans;
import mainstay.planning.deck.slide.Block.Thickness;
import mainstay.planning.deck.slide.Block.Tile;
import mainstay.planning.deck.slide.Block.Tiles;
import mainstay.planning.deck.slide.Block.Words;
import mainstay.planning.deck.slide.Slide;
import mainstay.planning.deck.slide.Tone;
import mainstay.portfolio.Standing;
import mainstay.rating.Part;
import mainstay.rating.Rating;
import mainstay.rating.Ratings;
import org.springframework.stereotype.Component;

/// Where we stand: stars and what makes them, rank and share, what the archive says of us and of others.
@Component
class PositionPart implements DeckPart {

    private static final double GOOD = 60;
    private static final double BAD = 40;
    private static final double ALL = 100;
    private static final int LONGEST = 260;
    private static final List<String> FIELDS =
            List.of("ourRelations", "competitorRelations", "attitude", "potential", "direction");

    private final Ratings ratings;
    private final DeckLedger ledger;
    private final Dossiers dossiers;

    PositionPart(Ratings ratings, DeckLedger ledger, Dossiers dossiers) {
        this.ratings = ratings;
        this.ledger = ledger;
        this.dossiers = dossiers;
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public Told of(Subject of) {
        Optional<Rating> rating = ratings.of(of.account().id());
        List<Line> lines = lines(of);
        Slide slide = Slide.of(
                of.t("deck.position"),
                finding(rating, of),
                new Tiles(tiles(rating, of)).at(0, 0, 12, 3),
                criteria(rating, of).at(0, 3, 7, 9),
                archive(lines, of).at(7, 3, 5, 6),
                new Words(of.t("deck.wallet"), List.of(), false, of.t("deck.wallet.none")).at(7, 9, 5, 3));
        List<Look> looks =
                Look.of(
                                of.account().id(),
                                of.where(),
                                lines.stream().map(Line::field).toList(),
                                "deck")
                        .stream()
                        .toList();
        return new Told(List.of(slide), looks);
    }

    private static String finding(Optional<Rating> rating, Subject of) {
        Standing standing = of.standing();
        if (rating.isEmpty()) {
            return of.t("deck.position.unrated");
        }
        String stars = of.t(
                rating.get().hollow() ? "deck.position.hollow" : "deck.position.solid",
                rating.get().stars());
        return standing == null
                ? stars
                : of.t(
                        "deck.and",
                        stars,
                        of.t(
                                standing.share() == null ? "deck.position.rank" : "deck.position.share",
                                standing.rank(),
                                of.page().percent(standing.share())));
    }

    private List<Tile> tiles(Optional<Rating> rating, Subject of) {
        Standing standing = of.standing();
        List<Tile> tiles = new ArrayList<>();
        tiles.add(rating.map(known -> new Tile(
                        of.t("rating.stars"),
                        of.t("deck.stars", known.stars()),
                        of.t(
                                "deck.score",
                                of.page().decimal(known.score(), 1),
                                of.page().percent(known.coverage(), 0)),
                        known.hollow() ? Tone.WARN : Tone.PRIMARY))
                .orElse(new Tile(of.t("rating.stars"), of.t("deck.unknown"), of.t("deck.stars.none"), Tone.QUIET)));
        boolean key = ledger.isKeyAccount(of.account().id());
        tiles.add(new Tile(
                of.t("deck.key"),
                of.t(key ? "deck.key.yes" : "deck.key.no"),
                of.t("deck.key.note"),
                key ? Tone.PRIMARY : Tone.QUIET));
        tiles.add(
                standing == null
                        ? new Tile(of.t("deck.rank"), of.t("deck.unknown"), of.t("deck.noSales"), Tone.QUIET)
                        : new Tile(
                                of.t("deck.rank"),
                                of.t("deck.rankOf", standing.rank()),
                                of.t("deck.shareOf", of.page().percent(standing.share())),
                                Tone.PRIMARY));
        tiles.add(rhythm(of));
        return tiles;
    }

    private static Tile rhythm(Subject of) {
        Standing standing = of.standing();
        if (standing == null || standing.rhythm() == null) {
            return new Tile(of.t("deck.rhythm"), of.t("deck.unknown"), of.t("standing.how.noRhythm"), Tone.QUIET);
        }
        return new Tile(
                of.t("deck.rhythm"),
                of.t("deck.rhythm." + standing.rhythm()),
                of.t(
                        "deck.rhythm.note",
                        Objects.requireNonNullElse(standing.gapDays(), 0),
                        Objects.requireNonNullElse(standing.usualDays(), 0)),
                standing.isLate() ? Tone.BAD : Tone.GOOD);
    }

    private static Spans criteria(Optional<Rating> rating, Subject of) {
        List<Block.Line> lines = rating.stream()
                .flatMap(known -> known.parts().stream())
                .sorted(Comparator.comparingDouble(Part::weight).reversed())
                .map(part -> line(part, of))
                .toList();
        return new Spans(
                of.t("deck.criteria"),
                lines,
                lines.size(),
                List.of(new Mark(0, "0", false), new Mark(0.5, "50", false), new Mark(1, "100", false)),
                of.t("deck.criteria.key"),
                of.t("deck.criteria.none"));
    }

    private static Block.Line line(Part part, Subject of) {
        Double points = part.points();
        String own = part.name();
        String name = own == null ? of.t("rating.criterion." + part.code()) : own;
        if (points == null) {
            return new Block.Line(name, List.of(), of.t("deck.unknown"), Tone.QUIET);
        }
        Tone tone = points >= GOOD ? Tone.GOOD : points >= BAD ? Tone.SECOND : Tone.BAD;
        return new Block.Line(
                name,
                List.of(new Bar(0, points / ALL, tone, Thickness.FULL)),
                of.page().decimal(points, 0),
                Tone.INK);
    }

    /// What may leave the house of what the archive says.
    private List<Line> lines(Subject of) {
        Map<String, Line> byCode = new HashMap<>();
        dossiers.of(of.account(), null).outward().sections().stream()
                .flatMap(section -> section.lines().stream())
                .filter(line -> line.fact() != null)
                .forEach(line -> byCode.put(line.field().code(), line));
        return FIELDS.stream()
                .flatMap(code -> Optional.ofNullable(byCode.get(code)).stream())
                .toList();
    }

    private static Words archive(List<Line> lines, Subject of) {
        return new Words(
                of.t("deck.archive"),
                lines.stream().map(line -> fact(line, of)).toList(),
                true,
                of.t("deck.archive.none"));
    }

    private static String fact(Line line, Subject of) {
        Fact fact = Objects.requireNonNull(line.fact());
        String value = fact.value().shown(of.page(), line.field());
        return of.t(
                line.old() ? "deck.fact.old" : "deck.fact",
                line.field().label(of.page()),
                value.length() <= LONGEST
                        ? value
                        : value.substring(
                                        0,
                                        value.offsetByCodePoints(
                                                0, Math.min(LONGEST, value.codePointCount(0, value.length()))))
                                + "…",
                of.page().date(fact.observedOn()));
    }
}
