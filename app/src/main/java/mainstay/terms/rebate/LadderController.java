package mainstay.terms.rebate;

import java.util.Map;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.web.Flash;
import mainstay.shared.web.Text;
import mainstay.terms.rebate.LadderDesk.Drafted;
import org.jspecify.annotations.Nullable;
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
@RequestMapping("/rebates")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER})
class LadderController {

    private final LadderDesk desk;
    private final Accruals accruals;
    private final Incentives incentives;

    LadderController(LadderDesk desk, Accruals accruals, Incentives incentives) {
        this.desk = desk;
        this.accruals = accruals;
        this.incentives = incentives;
    }

    @GetMapping("/new")
    ModelAndView blank() {
        return form(null, LadderForm.empty(desk.firm().currency()), Map.of());
    }

    @PostMapping("/new")
    ModelAndView add(LadderForm form, RedirectAttributes redirect) {
        return answer(null, form, desk.add(form), redirect);
    }

    @GetMapping("/{id:\\d+}")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM})
    ModelAndView one(@PathVariable long id) {
        return page(id, null);
    }

    @GetMapping("/{id:\\d+}/versions")
    ModelAndView next(@PathVariable long id) {
        Ladder newest = desk.versions(id).getFirst();
        return form(newest, LadderForm.of(newest, desk.firm().currency()), Map.of());
    }

    @PostMapping("/{id:\\d+}/versions")
    ModelAndView revise(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long seen,
            LadderForm form,
            RedirectAttributes redirect) {
        return answer(desk.versions(id).getFirst(), form, desk.revise(id, form, seen), redirect);
    }

    @PostMapping("/{id:\\d+}/publication")
    ModelAndView publish(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable Long seen,
            RedirectAttributes redirect) {
        Text refusal = desk.publish(id, version, seen).orElse(null);
        if (refusal != null) {
            ModelAndView again = page(id, refusal);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        accruals.ensureCurrent();
        Flash.success(redirect, "rebate.published");
        return new ModelAndView("redirect:/rebates/" + id);
    }

    @PostMapping("/{id:\\d+}/deletion")
    String delete(@PathVariable long id, RedirectAttributes redirect) {
        desk.drop(id);
        Flash.success(redirect, "rebate.deleted");
        return "redirect:/rebates";
    }

    private ModelAndView page(long id, @Nullable Text refusal) {
        var versions = desk.versions(id);
        return new ModelAndView("rebate/ladder")
                .addObject("versions", versions)
                .addObject("incentive", incentives.of(versions.getFirst()))
                .addObject("droppable", !desk.isEverInForce(id))
                .addObject("waits", desk.waitsForSecond(versions.getFirst()).orElse(null))
                .addObject("alone", desk.decidesAlone(versions.getFirst()))
                .addObject("refusal", refusal);
    }

    private ModelAndView answer(
            @Nullable Ladder ladder, LadderForm form, Drafted outcome, RedirectAttributes redirect) {
        return switch (outcome) {
            case Drafted.Kept kept -> {
                Flash.success(redirect, "rebate.drafted");
                yield new ModelAndView("redirect:/rebates/" + kept.ladder());
            }
            case Drafted.Refused refused -> {
                ModelAndView again = form(ladder, form, refused.refusals());
                again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield again;
            }
        };
    }

    private ModelAndView form(@Nullable Ladder ladder, LadderForm form, Map<String, Text> refusals) {
        return new ModelAndView("rebate/form")
                .addObject("ladder", ladder)
                .addObject("named", ladder == null || !desk.isEverInForce(ladder.id()))
                .addObject("form", form)
                .addObject("categories", desk.firm().categories())
                .addObject("refusals", refusals);
    }
}
