package mainstay.terms.credit;

import java.util.List;
import mainstay.identity.Acting;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.Problem;
import mainstay.shared.web.Flash;
import mainstay.shared.web.Text;
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
@RequestMapping("/held-orders")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM})
class HeldOrderController {

    private static final String BACK = "redirect:/held-orders";

    private final HeldOrderDesk desk;

    HeldOrderController(HeldOrderDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    ModelAndView page() {
        return page(null, 0, "");
    }

    @PostMapping("/{id}/release")
    @Allowed({Role.DIRECTOR, Role.CONTROLLER})
    ModelAndView release(
            @PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        return done(id, reason, "held.releaseAsked", redirect, () -> desk.askRelease(id, reason));
    }

    @PostMapping("/{id}/prepayments")
    @Allowed({Role.DIRECTOR, Role.CONTROLLER})
    ModelAndView prepayment(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String note,
            @RequestParam long seen,
            RedirectAttributes redirect) {
        return done(id, amount, "held.prepaymentNoted", redirect, () -> desk.notePrepayment(id, amount, note, seen));
    }

    @PostMapping("/{id}/closing")
    @Allowed({Role.DIRECTOR, Role.CONTROLLER})
    ModelAndView close(
            @PathVariable long id, @RequestParam(defaultValue = "") String note, RedirectAttributes redirect) {
        return done(id, note, "held.closedNow", redirect, () -> desk.close(id, note));
    }

    /// The page again where something cannot be taken, with what was typed.
    private ModelAndView done(long id, String typed, String doneKey, RedirectAttributes redirect, Runnable act) {
        try {
            act.run();
        } catch (Problem.Invalid refused) {
            ModelAndView again = page(Text.of(refused.messageKey(), refused.arguments()), id, typed);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Flash.success(redirect, doneKey);
        return new ModelAndView(BACK);
    }

    private ModelAndView page(@Nullable Text refusal, long wrong, String typed) {
        List<HeldOrder> waiting = desk.waiting();
        return new ModelAndView("terms/held-orders")
                .addObject("waiting", waiting)
                .addObject("fitting", desk.fitting(waiting))
                .addObject("requests", desk.requests(waiting))
                .addObject("most", HeldOrderDesk.SHOWN)
                .addObject("done", desk.done())
                .addObject("decides", Acting.actor().is(Role.DIRECTOR, Role.CONTROLLER))
                .addObject("refusal", refusal)
                .addObject("wrong", wrong)
                .addObject("typed", typed);
    }
}
