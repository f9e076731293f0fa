package mainstay.rating.finding;

import java.util.List;
import java.util.Locale;
import mainstay.portfolio.Finding;
import mainstay.portfolio.Findings;
import mainstay.portfolio.PortfolioSection;
import mainstay.shared.web.Texts;
import org.springframework.stereotype.Component;

/// Findings with strong evidence that wait for a verdict, on the portfolio page.
@Component
class OpenSection implements PortfolioSection {
    private static final int SHOWN = 8;
    private static final FindingFilter OPEN = new FindingFilter(null, "strong", "open", null, null, null, null);

    private final FindingDesk desk;
    private final Texts texts;

    OpenSection(FindingDesk desk, Texts texts) {
        this.desk = desk;
        this.texts = texts;
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public List<Findings> lists(boolean group, Locale locale) {
        FindingsView open = desk.view(OPEN, SHOWN);
        boolean judges = FindingDesk.mayJudge();
        Findings list = Findings.of(
                "to-judge",
                judges ? "findings.section" : "findings.sectionToKnow",
                "findings",
                "findings.column.money",
                "findings.sectionEmpty",
                open.rows().stream().map(told -> finding(told, locale)).toList(),
                Math.toIntExact(open.count()));
        return List.of(judges || open.rows().isEmpty() ? list : list.withNote(texts.get(locale, "findings.whoJudges")));
    }

    private Finding finding(Told told, Locale locale) {
        return new Finding(
                told.finding().code(),
                told.finding().name(),
                texts.get(locale, told.sentence()),
                told.finding().money(),
                told.finding().testKey(),
                "bad",
                FindingPanels.FINDINGS);
    }
}
