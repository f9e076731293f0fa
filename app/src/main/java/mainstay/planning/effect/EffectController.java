package mainstay.planning.effect;

import mainstay.identity.Allowed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Allowed.Everyone
class EffectController {

    private final EffectOverview overview;

    EffectController(EffectOverview overview) {
        this.overview = overview;
    }

    @GetMapping("/plans/effects")
    ModelAndView kinds() {
        return new ModelAndView("planning/effects")
                .addObject("kinds", overview.kinds())
                .addObject("level", EffectRun.TEST.level());
    }
}
