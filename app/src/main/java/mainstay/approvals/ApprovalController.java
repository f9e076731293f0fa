package mainstay.approvals;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import mainstay.approvals.Step.Decision;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.Problem;
import mainstay.shared.web.Flash;
import mainstay.shared.web.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/approvals")
@Allowed.Everyone
class ApprovalController {

    private static final int MOST = 50;
    private static final int TURNAROUND_DAYS = 365;
    private static final List<String> LISTS = List.of("waiting", "mine", "pending", "ended");

    private final ApprovalDesk desk;
    private final Approvals approvals;
    private final Turnaround turnaround;
    private final Clock clock;

    ApprovalController(ApprovalDesk desk, Approvals approvals, Turnaround turnaround, Clock clock) {
        this.desk = desk;
        this.approvals = approvals;
        this.turnaround = turnaround;
        this.clock = clock;
    }

    /// @param page from 1
    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "waiting") String list, @RequestParam(defaultValue = "1") int page) {
        if (!LISTS.contains(list)) {
            throw new Problem.NotFound("approvals.noSuchList");
        }
        int at = Math.clamp(page, 1, 100_000);
        List<Approval> shown = switch (list) {
            case "waiting" -> desk.waitingForMe(MOST);
            case "mine" -> desk.mine(MOST);
            default -> desk.all(list, MOST + 1, (at - 1) * MOST);
        };
        return new ModelAndView("approvals/list")
                .addObject("approvals", shown.stream().limit(MOST).toList())
                .addObject("list", list)
                .addObject("lists", LISTS)
                .addObject("at", at)
                .addObject("more", shown.size() > MOST)
                .addObject("now", clock.instant());
    }

    @GetMapping("/{id}")
    ModelAndView page(@PathVariable long id) {
        return new ModelAndView("approvals/page").addObject("view", desk.view(id));
    }

    @GetMapping("/turnaround")
    @Allowed({Role.DIRECTOR, Role.CONTROLLER, Role.ADMINISTRATOR})
    ModelAndView turnaround() {
        return new ModelAndView("approvals/turnaround")
                .addObject("rows", turnaround.since(clock.instant().minus(TURNAROUND_DAYS, ChronoUnit.DAYS)));
    }

    @PostMapping("/{id}/decisions")
    ModelAndView decide(
            @PathVariable long id,
            @RequestParam String decision,
            @RequestParam(defaultValue = "") String remark,
            RedirectAttributes redirect) {
        Approval approval;
        try {
            approval = desk.decide(id, decision(decision), remark);
        } catch (Problem.Invalid | Problem.Conflict | Problem.Forbidden refused) {
            return again(id, refused, remark);
        }
        Flash.success(
                redirect,
                approval.isPending()
                        ? "approvals.passedOn"
                        : "approvals.done." + approval.status().code());
        return new ModelAndView(back(id));
    }

    /// The request with why nothing was decided, and what was typed.
    private ModelAndView again(long id, Problem refused, String remark) {
        ModelAndView page = page(id).addObject("refusal", Text.of(refused.messageKey(), refused.arguments()))
                .addObject("atRemark", refused instanceof Problem.Invalid)
                .addObject("typed", remark);
        page.setStatus(HttpStatus.valueOf(refused.status()));
        return page;
    }

    static Decision decision(String word) {
        return switch (word) {
            case "granted" -> Decision.GRANTED;
            case "refused" -> Decision.REFUSED;
            default -> throw new Problem.Invalid("approvals.badDecision");
        };
    }

    @PostMapping("/{id}/delegations")
    String delegate(
            @PathVariable long id,
            @RequestParam long to,
            @RequestParam(defaultValue = "") String remark,
            RedirectAttributes redirect) {
        desk.delegate(id, to, remark);
        Flash.success(redirect, "approvals.delegated");
        return back(id);
    }

    @PostMapping("/{id}/reminders")
    String remind(@PathVariable long id, RedirectAttributes redirect) {
        desk.remind(id);
        Flash.success(redirect, "approvals.reminded");
        return back(id);
    }

    @PostMapping("/{id}/remarks")
    String remark(@PathVariable long id, @RequestParam String remark, RedirectAttributes redirect) {
        desk.remark(id, remark);
        Flash.success(redirect, "approvals.remarked");
        return back(id);
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(@PathVariable long id, RedirectAttributes redirect) {
        approvals.withdraw(id);
        Flash.success(redirect, "approvals.withdrawn");
        return back(id);
    }

    private static String back(long id) {
        return "redirect:/approvals/" + id;
    }
}
