package mainstay.rating;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Objects;
import mainstay.accounts.AccountShell;
import mainstay.accounts.AccountShells;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Allowed;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.rating.decision.DecisionDesk;
import mainstay.rating.model.Criterion;
import mainstay.shared.Problem;
import mainstay.shared.web.Flash;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/accounts/{code}")
@Allowed.Everyone
class RatingController {
    private final AccountShells shells;
    private final RatingBoard board;
    private final AssessmentDesk desk;
    private final DecisionDesk decisions;
    private final PageContexts contexts;
    private final Viewer.Source viewers;

    RatingController(
            AccountShells shells,
            RatingBoard board,
            AssessmentDesk desk,
            DecisionDesk decisions,
            PageContexts contexts,
            Viewer.Source viewers) {
        this.viewers = viewers;
        this.shells = shells;
        this.board = board;
        this.desk = desk;
        this.decisions = decisions;
        this.contexts = contexts;
    }

    @GetMapping("/" + RatingPanels.RATING)
    ModelAndView panel(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Boolean group,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountShell shell = shells.open(code, RatingPanels.RATING, request, response);
        return new ModelAndView("rating/panel")
                .addObject("shell", shell)
                .addObject("decisions", decisions.of(shell.account().id()))
                .addObject(
                        "view",
                        board.view(shell.account().id(), group, mayAssess(), mayDecide(), contexts.locale(request)));
    }

    @PostMapping("/assessments")
    @Allowed({Role.DIRECTOR, Role.KAM})
    String assess(
            @PathVariable String code,
            @RequestParam String criterion,
            @RequestParam int mark,
            @RequestParam String evidence,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate assessedOn,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        AccountShell shell = shells.open(code, RatingPanels.RATING, request, response);
        Criterion assessed =
                board.assessable(criterion).orElseThrow(() -> new Problem.Invalid("rating.assess.incomplete"));
        if (mark < 1 || mark > 5 || evidence.isBlank()) {
            throw new Problem.Invalid("rating.assess.incomplete");
        }
        desk.record(
                shell.account(),
                assessed,
                new Assessment(shell.account().id(), criterion, mark, evidence.strip(), assessedOn, assessor()));
        Flash.success(redirect, "rating.assess.done", shell.account().name());
        return "redirect:" + shell.account().path() + "/" + RatingPanels.RATING;
    }

    private String assessor() {
        return Objects.requireNonNullElseGet(
                viewers.current().name(), () -> Acting.actor().name());
    }

    private static boolean mayDecide() {
        return Acting.actor().is(Role.DIRECTOR, Role.KAM, Role.CONTROLLER);
    }

    private static boolean mayAssess() {
        Actor actor = Acting.actor();
        return actor.is(Role.DIRECTOR, Role.KAM) && (actor.reaches(Level.FULL) || actor.is(Role.KAM));
    }
}
