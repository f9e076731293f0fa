package mainstay.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mainstay.accounts.AccountCard;
import mainstay.dossier.Evidence.Paper;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Opens single fields of accounts.
@Service
@Transactional(readOnly = true)
class FactViews {

    private final Fields fields;
    private final Facts facts;
    private final Evidence evidence;
    private final Clock clock;

    FactViews(Fields fields, Facts facts, Evidence evidence, Clock clock) {
        this.fields = fields;
        this.facts = facts;
        this.evidence = evidence;
        this.clock = clock;
    }

    FactView of(AccountCard account, String code) {
        return view(account, code, null, Map.of(), false);
    }

    /// @param filledIn what the form begins with; what it does not say begins as always
    FactView of(AccountCard account, String code, FactForm filledIn) {
        FactView view = of(account, code);
        return view.with(view.form().filledIn(filledIn));
    }

    FactView refused(AccountCard account, String code, FactForm form, Map<String, Text> refusals) {
        return view(account, code, form, refusals, false);
    }

    FactView overtaken(AccountCard account, String code, FactForm form) {
        return view(account, code, form, Map.of(), true);
    }

    private FactView view(
            AccountCard account,
            String code,
            @Nullable FactForm written,
            Map<String, Text> refusals,
            boolean overtaken) {
        Field field = fields.byCode(code)
                .filter(found -> !found.isRead())
                .orElseThrow(() -> new Problem.NotFound("archive.unknownField", code));
        Facts.Reach reach = facts.reach(account.id());
        if (!reach.shows(field)) {
            throw new Problem.Forbidden("archive.hiddenField");
        }
        List<Fact> history = facts.history(account.id(), field.id());
        Fact standing = history.stream()
                .filter(fact -> fact.current() && fact.retired() == null)
                .findFirst()
                .orElse(null);
        LocalDate today = LocalDate.now(clock);
        FactForm form = written == null ? FactForm.of(standing, today) : written;
        Map<Long, List<Paper>> papers = history.isEmpty() ? Map.of() : evidence.of(account);
        return new FactView(
                field,
                account.path() + "/" + DossierPanels.ARCHIVE,
                standing,
                history,
                today,
                reach.lets(field),
                overtaken ? form.seeing(standing) : form,
                refusals,
                overtaken,
                papers,
                standing == null || !reach.lets(field)
                        ? List.of()
                        : offered(account, papers.getOrDefault(standing.id(), List.of())));
    }

    private List<Paper> offered(AccountCard account, List<Paper> named) {
        Set<Long> there = named.stream().map(Paper::id).collect(Collectors.toSet());
        return evidence.offered(account).stream()
                .filter(paper -> !there.contains(paper.id()))
                .toList();
    }
}
