package mainstay.terms;

import java.util.List;
import java.util.Map;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.web.Flash;
import mainstay.terms.credit.ExposureForm;
import mainstay.terms.credit.ExposureRules;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/settings/measures")
@Allowed({Role.DIRECTOR, Role.ADMINISTRATOR})
class MeasureController {

    private static final String BACK = "redirect:/settings/measures";

    private final MeasureDesk desk;
    private final Measures measures;
    private final ExposureRules exposure;

    MeasureController(MeasureDesk desk, Measures measures, ExposureRules exposure) {
        this.desk = desk;
        this.measures = measures;
        this.exposure = exposure;
    }

    @GetMapping
    ModelAndView page() {
        MeasureVersion inForce = measures.inForce();
        return page(inForce.tiers(), inForce.version(), exposure.form());
    }

    @PostMapping
    ModelAndView publish(
            @RequestParam Map<String, String> answers, @RequestParam int version, RedirectAttributes redirect) {
        List<TierForm> wanted = desk.publish(answers, version);
        if (wanted.stream().anyMatch(TierForm::isRefused)) {
            return refused(page(wanted, version, exposure.form()));
        }
        Flash.success(redirect, "terms.measures.saved");
        return new ModelAndView(BACK);
    }

    @PostMapping("/exposure")
    ModelAndView exposure(ExposureForm form, RedirectAttributes redirect) {
        ExposureForm answered = exposure.settle(form);
        if (answered.isRefused()) {
            MeasureVersion inForce = measures.inForce();
            return refused(page(inForce.tiers(), inForce.version(), answered));
        }
        Flash.success(redirect, "terms.exposure.saved");
        return new ModelAndView(BACK);
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(List<TierForm> tiers, int version, ExposureForm form) {
        return new ModelAndView("terms/measures")
                .addObject("tiers", tiers)
                .addObject("notes", desk.notes(tiers))
                .addObject("version", version)
                .addObject("exposure", form)
                .addObject("history", desk.history());
    }
}
