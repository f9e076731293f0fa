package mainstay.rating;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.portfolio.Portfolio;
import mainstay.shared.web.Flash;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/settings/rules")
@Allowed({Role.DIRECTOR, Role.ADMINISTRATOR})
class RuleController {
    private final RuleDesk desk;
    private final Rules rules;
    private final Portfolio portfolio;

    RuleController(RuleDesk desk, Rules rules, Portfolio portfolio) {
        this.desk = desk;
        this.rules = rules;
        this.portfolio = portfolio;
    }

    @GetMapping
    ModelAndView page() {
        long revision = rules.revision();
        return page(rules.inForce(), Map.of(), revision);
    }

    /// A rule that is not in the form stays as it is.
    @PostMapping
    ModelAndView save(
            @RequestParam Map<String, String> answers, @RequestParam long revision, RedirectAttributes redirect) {
        Map<Rule, String> wanted = new EnumMap<>(rules.inForce());
        wanted.replaceAll((rule, kept) -> answers.getOrDefault(rule.code(), kept));
        if (answers.containsKey("preview") && desk.refusals(wanted).isEmpty()) {
            return page(wanted, Map.of(), revision).addObject("effect", effect(wanted));
        }
        Map<Rule, Text> refusals = desk.settle(wanted, revision);
        if (!refusals.isEmpty()) {
            ModelAndView again = page(wanted, refusals, revision);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Flash.success(redirect, "rules.saved");
        return new ModelAndView("redirect:/settings/rules");
    }

    /// How many accounts lose money now, and how many would.
    private @Nullable Text effect(Map<Rule, String> wanted) {
        Long now = portfolio.losingAt(Rules.rates(rules.inForce()));
        Long then = portfolio.losingAt(Rules.rates(wanted));
        return now == null || then == null ? null : Text.of("rules.effect", now, then);
    }

    private ModelAndView page(Map<Rule, String> written, Map<Rule, Text> refusals, long revision) {
        Map<Rule.Part, List<RuleField>> fields = Arrays.stream(Rule.values())
                .collect(Collectors.groupingBy(
                        Rule::part,
                        Collectors.mapping(
                                rule -> RuleField.of(rule, written.getOrDefault(rule, ""), refusals.get(rule)),
                                Collectors.toList())));
        return new ModelAndView("rating/rules")
                .addObject("costs", fields.get(Rule.Part.COSTS))
                .addObject("values", fields.get(Rule.Part.VALUE))
                .addObject("limits", fields.get(Rule.Part.LIMITS))
                .addObject(
                        "refused",
                        fields.values().stream()
                                .flatMap(List::stream)
                                .filter(RuleField::isRefused)
                                .toList())
                .addObject("changes", desk.changes())
                .addObject("revision", revision);
    }
}
