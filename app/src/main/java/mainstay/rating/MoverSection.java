package mainstay.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mainstay.portfolio.Finding;
import mainstay.portfolio.Findings;
import mainstay.portfolio.PortfolioSection;
import mainstay.shared.web.Texts;
import org.springframework.stereotype.Component;

/// Who moved, up and down, and what made them move.
@Component
class MoverSection implements PortfolioSection {
    private static final int EACH_WAY = 8;

    private final Movers movers;
    private final Texts texts;

    MoverSection(Movers movers, Texts texts) {
        this.movers = movers;
        this.texts = texts;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<Findings> lists(boolean group, Locale locale) {
        FigureWords words = new FigureWords(texts, locale);
        List<Finding> findings = new ArrayList<>();
        movers.strongest(group, true, EACH_WAY).forEach(mover -> findings.add(finding(mover, group, words)));
        movers.strongest(group, false, EACH_WAY).forEach(mover -> findings.add(finding(mover, group, words)));
        Findings list = Findings.of(
                "movers",
                "rating.movers",
                "rating-score",
                "portfolio.revenue12",
                movers.tooYoung(group) ? "rating.moversTooYoung" : "rating.noMovers",
                findings,
                movers.count(group, true) + movers.count(group, false));
        String note = note(group, findings.isEmpty(), locale);
        return List.of(note.isEmpty() ? list : list.withNote(note));
    }

    private String note(boolean group, boolean nobody, Locale locale) {
        String counted = nobody
                ? ""
                : texts.get(
                        locale, "rating.moversNote", movers.countStars(group, true), movers.countStars(group, false));
        return movers.remodelled()
                .map(version -> (counted + " " + texts.get(locale, "rating.moversByModel", version)).strip())
                .orElse(counted);
    }

    private Finding finding(Mover mover, boolean group, FigureWords words) {
        return new Finding(
                mover.code(),
                mover.name(),
                sentence(mover.movement(), words),
                mover.revenue(),
                mover.up() ? "rating.up" : "rating.down",
                mover.up() ? "good" : "bad",
                Finding.panel(RatingPanels.RATING, group));
    }

    /// Stars are named where enough is known for them.
    private String sentence(Movement movement, FigureWords words) {
        Change reason = movement.reason();
        String moved = texts.get(
                words.locale(),
                movement.hasStars() ? "rating.moved" : "rating.movedPoints",
                movement.before().stars(),
                movement.after().stars(),
                words.effect(movement.points()),
                words.date(movement.before().asOf()));
        return reason == null
                ? moved
                : moved
                        + texts.get(
                                words.locale(),
                                "rating.movedBecause",
                                words.criterion(reason.code(), reason.name()),
                                words.figure(reason.unit(), reason.before()),
                                words.figure(reason.unit(), reason.after()),
                                words.effect(reason.effect()));
    }
}
