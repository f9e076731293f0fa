package mainstay.dossier.card;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.accounts.AccountCard;
import mainstay.accounts.TimelineWords;
import mainstay.activity.Timeline;
import mainstay.dossier.Dossier;
import mainstay.dossier.Dossier.Line;
import mainstay.dossier.Dossiers;
import mainstay.dossier.Field;
import mainstay.dossier.Look;
import mainstay.dossier.card.BriefSection.Section;
import mainstay.dossier.card.Sheet.Block;
import mainstay.dossier.card.Sheet.Row;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.shared.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Makes profile cards and briefs of accounts for their readers.
@Service
@Transactional(readOnly = true)
class Sheets {

    private static final int LATEST = 8;
    private static final int MOST_ASKED = 12;
    private static final Set<String> ON_PAGES = Set.of("card", "brief");

    private final Dossiers dossiers;
    private final CardBlocks blocks;
    private final Timeline timeline;
    private final List<BriefSection> sections;
    private final JdbcClient database;
    private final Clock clock;

    Sheets(
            Dossiers dossiers,
            CardBlocks blocks,
            Timeline timeline,
            List<BriefSection> sections,
            JdbcClient database,
            Clock clock) {
        this.dossiers = dossiers;
        this.blocks = blocks;
        this.timeline = timeline;
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(BriefSection::order))
                .toList();
        this.database = database;
        this.clock = clock;
    }

    /// @param where  `card`, `print`, `export` or `api`, for the read log
    /// @param detail what was printed or exported; empty otherwise
    Sheet card(AccountCard account, PageContext page, String where, String detail) {
        Dossier dossier = opened(account, where);
        List<Line> facts = CardBlocks.keyFacts(dossier);
        return sheet(account, page, ofCard(account, dossier, facts, page), looks(account, facts, where, detail));
    }

    private Dossier opened(AccountCard account, String where) {
        Dossier dossier = dossiers.of(account, null);
        return ON_PAGES.contains(where) ? dossier : dossier.outward();
    }

    private List<Block> ofCard(AccountCard account, Dossier dossier, List<Line> facts, PageContext page) {
        List<Block> card = new ArrayList<>();
        card.add(blocks.who(account, page));
        if (seesBusiness(account)) {
            card.add(blocks.stars(account, page));
            card.add(blocks.business(dossier, page));
        }
        card.add(blocks.facts(facts, page));
        if (seesBusiness(account)) {
            card.add(blocks.ending(account, LocalDate.now(clock), page));
        }
        return card;
    }

    /// The card, with what to ask, what happened lately and what other modules tell.
    Sheet brief(AccountCard account, PageContext page, String where, String detail) {
        Dossier dossier = opened(account, where);
        List<Line> facts = CardBlocks.keyFacts(dossier);
        List<Line> asked = asked(dossier);
        List<Section> told = sections.stream()
                .flatMap(section -> section.of(account, page).stream())
                .filter(section -> section.level() != Level.PERSONAL || ON_PAGES.contains(where))
                .toList();
        List<Block> all = new ArrayList<>(ofCard(account, dossier, facts, page));
        all.add(new Block(
                page.t("brief.ask"),
                asked.stream().map(line -> ask(line, page)).toList(),
                page.t("brief.nothingToAsk")));
        told.forEach(section -> all.add(section.block()));
        if (seesBusiness(account)) {
            all.add(new Block(page.t("brief.lately"), lately(account, page), page.t("timeline.noNews")));
        }
        List<Line> shown =
                Stream.concat(facts.stream(), asked.stream()).distinct().toList();
        List<Look> looks = Stream.concat(
                        looks(account, shown, where, detail).stream(),
                        told.stream()
                                .filter(section -> section.level().compareTo(Level.FULL) >= 0)
                                .map(section -> new Look(
                                        account.id(), where, section.parts(), section.level(), orNull(detail))))
                .toList();
        return sheet(account, page, all, looks);
    }

    private static List<Line> asked(Dossier dossier) {
        return CardBlocks.lines(dossier).stream()
                .filter(line -> line.old() || line.isMissing())
                .sorted(Comparator.comparingInt((Line line) -> -line.field().weight()))
                .limit(MOST_ASKED)
                .toList();
    }

    private static Row ask(Line line, PageContext page) {
        return line.fact() == null
                ? Row.of(line.field().label(page), page.t("brief.unknown"))
                : CardBlocks.fact(line, page);
    }

    private List<Row> lately(AccountCard account, PageContext page) {
        return latest(account).stream()
                .map(entry -> new Row(
                        page.moment(entry.at()),
                        CardBlocks.shortened(TimelineWords.sentence(page, entry)),
                        page.person(entry.actor()),
                        false))
                .toList();
    }

    /// What a brief tells of the timeline, the newest first.
    List<Timeline.Entry> latest(AccountCard account) {
        return seesBusiness(account) ? timeline.of(account.id(), LATEST) : List.of();
    }

    private static List<Look> looks(AccountCard account, List<Line> shown, String where, String detail) {
        List<Field> fields = shown.stream()
                .filter(line -> line.fact() != null)
                .map(Line::field)
                .collect(Collectors.toList());
        return Look.of(account.id(), where, fields, orNull(detail)).stream().toList();
    }

    private static @Nullable String orNull(String detail) {
        return detail.isEmpty() ? null : detail;
    }

    private Sheet sheet(AccountCard account, PageContext page, List<Block> all, List<Look> looks) {
        String taken = page.t("card.taken", page.person(Acting.actor().name()), page.moment(clock.instant()));
        return new Sheet(account.name(), account.code(), all, looks.isEmpty() ? null : taken, taken, looks);
    }

    private boolean seesBusiness(AccountCard account) {
        return database.sql("select coalesce(accounts.pub_level(:account), 0)")
                        .param("account", account.id())
                        .query(Integer.class)
                        .single()
                >= Level.BUSINESS.number();
    }
}
