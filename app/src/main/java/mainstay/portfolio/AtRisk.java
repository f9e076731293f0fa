package mainstay.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mainstay.shared.Money;
import mainstay.shared.web.Texts;
import org.springframework.stereotype.Component;

/// Accounts that are overdue, late in their own buying rhythm, or buying clearly less than a year ago.
@Component
class AtRisk implements PortfolioSection {
    private static final int MOST = 15;

    private final StandingTable standings;
    private final AccountNames names;
    private final Texts texts;

    AtRisk(StandingTable standings, AccountNames names, Texts texts) {
        this.standings = standings;
        this.names = names;
        this.texts = texts;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public List<Findings> lists(boolean group, Locale locale) {
        String scope = group ? Standing.GROUP : Standing.ACCOUNT;
        List<Endangered> found = standings.atRisk(scope, MOST);
        Map<Long, AccountNames.Named> named =
                names.of(found.stream().map(one -> one.standing().accountId()).toList());
        List<Finding> findings = found.stream()
                .filter(one -> named.containsKey(one.standing().accountId()))
                .map(one -> finding(one, named.getOrDefault(one.standing().accountId(), AccountNames.NOBODY), locale))
                .toList();
        Findings listed = Findings.of(
                "at-risk",
                "portfolio.atRisk",
                "at-risk",
                "portfolio.atStake",
                "portfolio.nobodyAtRisk",
                findings,
                standings.countAtRisk(scope));
        return List.of(findings.isEmpty() ? listed : listed.withNote(texts.get(locale, "portfolio.atRisk.note")));
    }

    private Finding finding(Endangered endangered, AccountNames.Named account, Locale locale) {
        List<String> reasons = reasons(endangered, locale);
        String danger = danger(endangered);
        return new Finding(
                account.code(),
                account.name(),
                capital(texts.get(
                        locale,
                        "portfolio.risk.sentence",
                        String.join(texts.get(locale, "portfolio.risk.and"), reasons))),
                endangered.atStake(),
                "portfolio.risk.tag." + danger,
                danger.equals("silent") ? "bad" : "warn",
                Finding.panel(
                        danger.equals("overdue") ? "receivables" : "business",
                        endangered.standing().isOfGroup()));
    }

    /// The gravest of its reasons.
    private static String danger(Endangered endangered) {
        String rhythm = endangered.standing().rhythm();
        if (rhythm != null && endangered.isLate()) {
            return rhythm;
        }
        return endangered.falls() ? "falling" : "overdue";
    }

    private static String capital(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private List<String> reasons(Endangered endangered, Locale locale) {
        Standing standing = endangered.standing();
        List<String> reasons = new ArrayList<>();
        Integer gap = standing.gapDays();
        Integer usual = standing.usualDays();
        if (gap != null && usual != null && endangered.isLate()) {
            reasons.add(texts.get(locale, "portfolio.risk.late", gap, usual));
        }
        Double growth = standing.growth();
        if (growth != null && endangered.falls()) {
            reasons.add(texts.get(locale, "portfolio.risk.falling", -growth));
        }
        Long overdue = standing.overdue();
        if (overdue != null && overdue > 0) {
            reasons.add(texts.get(locale, "portfolio.risk.overdue", new Money(overdue).toDecimal()));
        }
        return reasons;
    }
}
