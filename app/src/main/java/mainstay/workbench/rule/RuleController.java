package mainstay.workbench.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.web.Flash;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/settings/today")
@Allowed({Role.DIRECTOR, Role.ADMINISTRATOR})
class RuleController {

    private final RuleDesk desk;

    RuleController(RuleDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    ModelAndView page() {
        return page(Map.of());
    }

    @PostMapping("/{rule}")
    ModelAndView change(@PathVariable String rule, RuleForm form, RedirectAttributes redirect) {
        Optional<Text> refusal = form.refusal();
        if (refusal.isPresent()) {
            ModelAndView again = page(Map.of(rule, form));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        if (desk.change(form.rule(rule))) {
            Flash.success(redirect, "rules.kept");
        } else {
            Flash.warning(redirect, "rules.overtaken");
        }
        return new ModelAndView("redirect:/settings/today");
    }

    /// @param refused what was not taken, by rule
    private ModelAndView page(Map<String, RuleForm> refused) {
        Map<String, RuleRecord> records = desk.records();
        List<RuleLine> lines = desk.all().stream()
                .map(rule -> line(rule, records, refused.get(rule.code())))
                .toList();
        return new ModelAndView("workbench/rules").addObject("lines", lines).addObject("days", RuleDesk.LOOKED_BACK);
    }

    private static RuleLine line(WorkRule rule, Map<String, RuleRecord> records, @Nullable RuleForm refused) {
        return new RuleLine(
                rule,
                records.getOrDefault(rule.code(), RuleRecord.none(rule.code())),
                refused == null ? RuleForm.of(rule) : refused,
                refused == null ? null : refused.refusal().orElse(null));
    }
}
