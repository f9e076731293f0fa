package mainstay.approvals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.web.Flash;
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
@RequestMapping("/settings/approvals")
@Allowed({Role.DIRECTOR, Role.ADMINISTRATOR})
class ApprovalRuleController {

    private static final String BACK = "redirect:/settings/approvals";
    private static final int MOST_STARS = 4;

    private final ApprovalRuleDesk desk;

    ApprovalRuleController(ApprovalRuleDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    ModelAndView page() {
        Map<Integer, String> hours = new TreeMap<>();
        desk.maxima().forEach((stars, most) -> hours.put(stars, most.toString()));
        return page(hours, List.of());
    }

    private ModelAndView page(Map<Integer, String> hours, List<Integer> refused) {
        Map<String, List<RuleLine>> rules = new TreeMap<>();
        Map<Long, String> names =
                desk.people().stream().collect(Collectors.toMap(user -> user.id(), user -> user.fullName()));
        desk.all()
                .forEach((kind, rule) -> rules.put(
                        kind,
                        rule.steps().stream()
                                .map(step -> RuleLine.of(step, names))
                                .toList()));
        return new ModelAndView("approvals/rules")
                .addObject("rules", rules)
                .addObject("hours", hours)
                .addObject("refused", refused)
                .addObject("revision", desk.revision());
    }

    @PostMapping("/maxima")
    ModelAndView limit(
            @RequestParam Map<String, String> answers, @RequestParam long revision, RedirectAttributes redirect) {
        Map<Integer, String> written = IntStream.rangeClosed(0, MOST_STARS)
                .boxed()
                .collect(Collectors.toMap(
                        stars -> stars,
                        stars -> answers.getOrDefault("hours" + stars, ""),
                        (one, other) -> one,
                        TreeMap::new));
        List<Integer> refused = desk.limit(written, revision);
        if (!refused.isEmpty()) {
            ModelAndView again = page(written, refused);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Flash.success(redirect, "approvals.rule.saved");
        return new ModelAndView(BACK);
    }

    @GetMapping("/{kind}")
    ModelAndView rule(@PathVariable String kind) {
        return rule(kind, desk.of(kind).steps().stream().map(StepField::of).toList());
    }

    private ModelAndView rule(String kind, List<StepField> steps) {
        List<StepField> rows = new ArrayList<>(steps);
        rows.addAll(Collections.nCopies(Math.max(0, ApprovalRuleDesk.MOST_STEPS - rows.size()), StepField.unused()));
        return new ModelAndView("approvals/rule")
                .addObject("kind", kind)
                .addObject("steps", rows)
                .addObject(
                        "roles",
                        Arrays.stream(Role.values()).filter(Role::mayDecide).toArray(Role[]::new))
                .addObject("people", desk.people())
                .addObject("custodians", desk.asksCustodians(kind))
                .addObject("revision", desk.revision());
    }

    /// The rows come as columns of equal length.
    @PostMapping("/{kind}")
    ModelAndView save(
            @PathVariable String kind,
            @RequestParam List<String> turn,
            @RequestParam List<String> who,
            @RequestParam List<String> amount,
            @RequestParam List<String> starsTo,
            @RequestParam long revision,
            RedirectAttributes redirect) {
        int rows = Math.min(
                ApprovalRuleDesk.MOST_STEPS,
                IntStream.of(turn.size(), who.size(), amount.size(), starsTo.size())
                        .min()
                        .orElse(0));
        List<StepField> written = IntStream.range(0, rows)
                .mapToObj(row -> new StepField(turn.get(row), who.get(row), amount.get(row), starsTo.get(row), ""))
                .toList();
        List<StepField> refused =
                desk.settle(kind, written.isEmpty() ? List.of(StepField.unused()) : written, revision);
        if (!refused.isEmpty()) {
            ModelAndView again = rule(kind, refused);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Flash.success(redirect, "approvals.rule.saved");
        return new ModelAndView(BACK);
    }
}
