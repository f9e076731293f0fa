package mainstay.rating;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.portfolio.Finding;
import mainstay.portfolio.Findings;
import mainstay.portfolio.PortfolioSection;
import mainstay.rating.key.KeyStatus;
import mainstay.shared.web.Texts;
import org.springframework.stereotype.Component;

/// Key accounts of the firm and of a region, near misses and potential ones on the portfolio page.
@Component
class KeySection implements PortfolioSection {
    private static final int MOST = 50;
    private static final int NEAR = 15;
    private static final int CONCENTRATED = 3;
    private static final double HALF = 0.5;

    private final KeyAccounts accounts;
    private final KeySentences sentences;
    private final Texts texts;

    KeySection(KeyAccounts accounts, KeySentences sentences, Texts texts) {
        this.accounts = accounts;
        this.sentences = sentences;
        this.texts = texts;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Findings> lists(boolean group, Locale locale) {
        return List.of(
                key(Within.firm(group), locale)
                        .withNote(Acting.actor().reaches(Level.BUSINESS) ? spread(accounts.circle(group), locale) : ""),
                appointed(group, locale),
                regional(group, locale),
                nearMisses(Within.firm(group), locale),
                potential(Within.firm(group), locale));
    }

    /// The same within one region.
    List<Findings> within(Within region, Locale locale) {
        return List.of(key(region, locale), nearMisses(region, locale), potential(region, locale));
    }

    /// The lists of this section: anchor, title, and what is said of an empty one.
    private enum Question {
        KEY("key", "rating.key", "rating.noKey"),
        APPOINTED("appointed", "rating.appointed", "rating.noAppointed"),
        REGIONAL("regional", "rating.regional", "rating.noRegional"),
        NEAR_MISS("near-misses", "rating.nearMisses", "rating.noNearMiss"),
        POTENTIAL("potential", "rating.potential", "rating.noPotential");

        private final String id;
        private final String titleKey;
        private final String emptyKey;

        Question(String id, String titleKey, String emptyKey) {
            this.id = id;
            this.titleKey = titleKey;
            this.emptyKey = emptyKey;
        }

        Findings answer(List<Finding> found, int total) {
            return answer(titleKey, found, total);
        }

        Findings answer(String title, List<Finding> found, int total) {
            return Findings.of(id, title, "key-account-rule", "portfolio.revenue12", emptyKey, found, total);
        }
    }

    /// With fewer than three large shares there is no circle of key accounts: either sales are spread over
    /// many, or they hang on one or two. Who sees only some accounts is told nothing of the firm.
    private String spread(KeyAccounts.Circle circle, Locale locale) {
        if (circle.inside() >= CONCENTRATED || circle.accounts() == 0) {
            return "";
        }
        Double share = circle.share();
        String key = share == null ? "none" : share < HALF ? "few" : "dependent";
        return texts.get(
                locale, "rating.spread." + key, circle.inside(), circle.accounts(), share == null ? "" : share);
    }

    /// Called by what is in it: provisional ones alone are no key accounts yet.
    private Findings key(Within within, Locale locale) {
        Findings found = list(Question.KEY, within, MOST, locale, KeyStatus.KEY, KeyStatus.PROVISIONAL);
        boolean provisional = found.total() > 0 && accounts.count(within, KeyStatus.KEY) == 0;
        return provisional ? Question.KEY.answer("rating.keyProvisional", found.list(), found.total()) : found;
    }

    private Findings nearMisses(Within within, Locale locale) {
        return list(Question.NEAR_MISS, within, NEAR, locale, KeyStatus.NEAR_MISS);
    }

    private Findings potential(Within within, Locale locale) {
        return list(Question.POTENTIAL, within, NEAR, locale, KeyStatus.POTENTIAL);
    }

    private Findings list(Question question, Within within, int most, Locale locale, KeyStatus... statuses) {
        List<Finding> found = accounts.with(within, most, statuses).stream()
                .map(account -> finding(
                        account,
                        sentences.reasons(account, locale),
                        account.status().code(),
                        tone(account.status()),
                        within.isGroup()))
                .toList();
        return question.answer(found, accounts.count(within, statuses));
    }

    private Findings appointed(boolean group, Locale locale) {
        List<Finding> found = Stream.concat(
                        accounts.appointed(group, MOST).stream().map(account -> appointed(account, group, locale)),
                        accounts.appointedUnjudged(group, MOST).stream()
                                .map(account -> appointed(account, false, locale)))
                .sorted(Comparator.comparing(Finding::money, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .reversed())
                .limit(MOST)
                .toList();
        return Question.APPOINTED.answer(found, accounts.countAppointed(group));
    }

    private Finding appointed(KeyAccount account, boolean group, Locale locale) {
        return finding(account, sentences.appointed(account, locale), "appointed", "good", group);
    }

    private Findings regional(boolean group, Locale locale) {
        List<Finding> found = accounts.regional(group, NEAR).stream()
                .map(account -> finding(account, sentences.regional(account, locale), "regional", "good", group))
                .toList();
        return Question.REGIONAL.answer(found, accounts.countRegional(group));
    }

    private static Finding finding(KeyAccount account, String sentence, String status, String tone, boolean group) {
        return new Finding(
                account.code(),
                account.name(),
                sentence,
                account.revenue(),
                "rating.status." + status,
                tone,
                Finding.panel(RatingPanels.RATING, group));
    }

    private static String tone(KeyStatus status) {
        return switch (status) {
            case KEY -> "good";
            case PROVISIONAL, POTENTIAL, NEAR_MISS -> "warn";
            case NONE -> "muted";
        };
    }
}
