package mainstay.ledger;

import java.util.List;
import java.util.Optional;
import mainstay.ledger.file.Explanation;
import mainstay.ledger.file.FileRefused;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.Profiles;
import mainstay.ledger.file.RowProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// Makes the page of a draft.
@Component
class DraftViews {

    private final DraftDesk desk;
    private final Profiles profiles;
    private final BatchBook book;
    private final WithdrawalEffects effects;

    DraftViews(DraftDesk desk, Profiles profiles, BatchBook book, WithdrawalEffects effects) {
        this.desk = desk;
        this.profiles = profiles;
        this.book = book;
        this.effects = effects;
    }

    ModelAndView of(Draft draft) {
        return new ModelAndView("ledger/draft").addObject("view", view(draft)).addObject("refused", false);
    }

    private DraftView view(Draft draft) {
        try {
            Explanation explanation = desk.explain(draft);
            return new DraftView(
                    draft,
                    explanation,
                    List.of(),
                    DraftView.names(profiles.of(explanation.kind())),
                    desk.sheets(draft),
                    replaced(draft));
        } catch (FileRefused refused) {
            List<RowProblem> problems = refused.problems();
            Kind kind = Kind.of(String.valueOf(draft.choices().kind())).orElse(Kind.SALES);
            return new DraftView(
                    draft, null, problems, DraftView.names(profiles.of(kind)), desk.sheets(draft), replaced(draft));
        }
    }

    private DraftView.@Nullable Replaced replaced(Draft draft) {
        return Optional.ofNullable(draft.replaces())
                .flatMap(book::find)
                .map(BatchState::line)
                .filter(BatchLine::isInLedger)
                .map(batch -> new DraftView.Replaced(batch, effects.of(batch)))
                .orElse(null);
    }
}
