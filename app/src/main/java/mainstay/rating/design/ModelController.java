package mainstay.rating.design;

import java.util.HashMap;
import java.util.Map;
import mainstay.approvals.Approval;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.rating.model.CriterionGroup;
import mainstay.rating.model.Peers;
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
@RequestMapping("/settings/models")
@Allowed({Role.DIRECTOR, Role.ADMINISTRATOR})
class ModelController {
    private static final String HOME = "/settings/models";
    private static final String BACK = "redirect:" + HOME;

    private final ModelDesk desk;

    ModelController(ModelDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    ModelAndView list() {
        return new ModelAndView("rating/models").addObject("versions", desk.all());
    }

    @PostMapping
    String draft(@RequestParam int base, RedirectAttributes redirect) {
        int number = desk.draft(base);
        Flash.success(redirect, "model.drafted", number);
        return BACK + "/" + number;
    }

    @GetMapping("/{number}")
    ModelAndView page(@PathVariable int number) {
        ModelVersion version = desk.version(number);
        return page(version, DraftForm.of(desk.model(number), version.note()), DraftRefusals.NONE);
    }

    private ModelAndView page(ModelVersion version, DraftForm form, DraftRefusals refusals) {
        Approval request = desk.request(version.version()).orElse(null);
        return new ModelAndView("rating/model")
                .addObject("version", version)
                .addObject("form", form)
                .addObject("refusals", refusals)
                .addObject("criteria", KnownCriterion.ALL)
                .addObject("groups", CriterionGroup.values())
                .addObject("peers", Peers.values())
                .addObject("trial", desk.trial(version.version()).orElse(null))
                .addObject("request", request)
                .addObject("open", version.isDraft() && (request == null || !request.isPending()));
    }

    @PostMapping("/{number}")
    ModelAndView change(
            @PathVariable int number,
            @RequestParam Map<String, String> answers,
            @RequestParam long edits,
            RedirectAttributes redirect) {
        DraftForm form = new DraftForm(new HashMap<>(answers));
        Map<String, Text> refusals = desk.change(number, form, edits);
        if (!refusals.isEmpty()) {
            ModelAndView again = page(desk.version(number), form, new DraftRefusals(refusals));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Flash.success(redirect, "model.changed", number);
        return new ModelAndView(BACK + "/" + number);
    }

    @PostMapping("/{number}/trial")
    String attempt(@PathVariable int number) {
        desk.attempt(number);
        return BACK + "/" + number + "#trial";
    }

    /// The part of the page that is asked for anew while a trial runs.
    @GetMapping("/{number}/trial")
    ModelAndView trial(@PathVariable int number) {
        ModelVersion version = desk.version(number);
        return new ModelAndView("rating/trial")
                .addObject("version", version)
                .addObject("trial", desk.trial(number).orElse(null));
    }

    @PostMapping("/{number}/publication")
    String publish(@PathVariable int number, @RequestParam String reason, RedirectAttributes redirect) {
        Approval approval = desk.publish(number, reason);
        Flash.success(redirect, "model.sent", number);
        return "redirect:" + approval.path();
    }

    @PostMapping("/{number}/discard")
    String discard(@PathVariable int number, RedirectAttributes redirect) {
        desk.discard(number);
        Flash.success(redirect, "model.discarded", number);
        return BACK;
    }

    @PostMapping("/{number}/retirement")
    String retire(@PathVariable int number, @RequestParam String reason, RedirectAttributes redirect) {
        desk.retire(number, reason);
        Flash.success(redirect, "model.retired", number);
        return BACK;
    }
}
