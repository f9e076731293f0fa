package mainstay.rating;

import java.util.List;
import java.util.Locale;
import mainstay.portfolio.Finding;
import mainstay.portfolio.Findings;
import mainstay.portfolio.PortfolioSection;
import mainstay.rating.key.KeyStatus;
import org.springframework.stereotype.Component;

/// Key accounts of the firm and of a region, near misses and potential ones on the portfolio page.
@Component
class KeySection implements PortfolioSection {
    private static final int MOST = 50;
    private static final int NEAR = 15;
    private static final int CONCENTRATED = 3;

    private final KeyAccounts accounts;
    private final KeySentences sentences;

    KeySection(KeyAccounts accounts, KeySentences sentences) {
        this.accounts = accounts;
        this.sentences = sentences;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Findings> lists(boolean group, Locale locale) {
        String title = accounts.largeShares(group) < CONCENTRATED ? "rating.keySpread" : "rating.key";
        return List.of(
                list(
                        "key",
                        title,
                        "rating.noKey",
                        accounts.with(group, MOST, KeyStatus.KEY, KeyStatus.PROVISIONAL),
                        locale),
                list("regional", "rating.regional", "rating.noRegional", accounts.regional(group, NEAR), locale),
                list(
                        "near-misses",
                        "rating.nearMisses",
                        "rating.noNearMiss",
                        accounts.with(group, NEAR, KeyStatus.NEAR_MISS),
                        locale),
                list(
                        "potential",
                        "rating.potential",
                        "rating.noPotential",
                        accounts.with(group, NEAR, KeyStatus.POTENTIAL),
                        locale));
    }

    private Findings list(String id, String titleKey, String emptyKey, List<KeyAccount> found, Locale locale) {
        return new Findings(
                id,
                titleKey,
                "key-account-rule",
                "portfolio.revenue12",
                emptyKey,
                found.stream()
                        .map(account -> new Finding(
                                account.code(),
                                account.name(),
                                sentences.of(account, locale),
                                account.revenue(),
                                "rating.status." + account.status().code(),
                                tone(account.status()),
                                RatingPanels.RATING))
                        .toList());
    }

    private static String tone(KeyStatus status) {
        return switch (status) {
            case KEY -> "good";
            case PROVISIONAL, POTENTIAL -> "warn";
            case NEAR_MISS -> "bad";
            case NONE -> "muted";
        };
    }
}
