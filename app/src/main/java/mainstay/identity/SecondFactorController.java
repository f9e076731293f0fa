package mainstay.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainstay.shared.web.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The own second factor. Whoever changes it gives the password once more: a window that was left open is not enough.
@Controller
@RequestMapping("/profile/second-factor")
@Allowed.Everyone
class SecondFactorController {

    private static final String BACK = "redirect:/profile/second-factor";
    private static final String BEGUN = SecondFactorController.class.getName() + ".begun";

    private final SecondFactorDesk desk;
    private final OwnPassword ownPassword;
    private final Throttle throttle;
    private final FactorDuty duty;
    private final Entrance entrance;

    SecondFactorController(
            SecondFactorDesk desk, OwnPassword ownPassword, Throttle throttle, FactorDuty duty, Entrance entrance) {
        this.desk = desk;
        this.ownPassword = ownPassword;
        this.throttle = throttle;
        this.duty = duty;
        this.entrance = entrance;
    }

    @GetMapping
    ModelAndView page() {
        return page("", "");
    }

    @PostMapping
    ModelAndView begin(@RequestParam String password, HttpServletRequest request) {
        User user = CurrentUser.user();
        if (desk.state(user.id()).isOn()) {
            return new ModelAndView(BACK);
        }
        return ownPassword
                .refusal(user, password)
                .map(key -> refused("begin", key))
                .orElseGet(() -> begun(user, request));
    }

    /// Only this session confirms it: the password was given here.
    private ModelAndView begun(User user, HttpServletRequest request) {
        SecondFactorDesk.Begun begun = desk.begin(user);
        request.getSession().setAttribute(BEGUN, begun.at().toEpochMilli());
        return enrolment(begun.enrolment(), "");
    }

    private static @Nullable Instant begun(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(BEGUN) instanceof Long at ? Instant.ofEpochMilli(at) : null;
    }

    /// Who has shown the first code goes on as somebody who gave one.
    @PostMapping("/confirmation")
    ModelAndView confirm(@RequestParam String code, HttpServletRequest request, HttpServletResponse response) {
        User user = CurrentUser.user();
        @Nullable Instant begun = begun(request);
        Optional<Enrolment> waiting = desk.waiting(user, begun);
        if (waiting.isEmpty()) {
            return new ModelAndView(BACK);
        }
        long attempt = throttle.begin(Throttle.Of.CODE, user.id());
        if (throttle.isTooMany(Throttle.Of.CODE, user.id())) {
            return unconfirmed(waiting.get(), "signIn.wait");
        }
        Optional<List<String>> codes = desk.confirm(user, begun, code);
        if (codes.isEmpty()) {
            return unconfirmed(waiting.get(), "code.wrong");
        }
        throttle.succeeded(attempt);
        entrance.enter(CurrentUser.signedIn().stronger(), request, response);
        return shown(codes.get());
    }

    @PostMapping("/codes")
    ModelAndView renewCodes(@RequestParam String password) {
        User user = CurrentUser.user();
        if (!desk.state(user.id()).isOn()) {
            return new ModelAndView(BACK);
        }
        return ownPassword
                .refusal(user, password)
                .map(key -> refused("codes", key))
                .orElseGet(() -> shown(desk.renewCodes(user.id())));
    }

    @PostMapping("/removal")
    ModelAndView remove(@RequestParam String password, RedirectAttributes redirect) {
        User user = CurrentUser.user();
        Optional<String> refusal =
                duty.binds(user.role()) ? Optional.of("factor.required") : ownPassword.refusal(user, password);
        if (refusal.isPresent()) {
            return refused("removal", refusal.get());
        }
        desk.remove(user.id(), "removed");
        Flash.success(redirect, "factor.removed");
        return new ModelAndView(BACK);
    }

    private static ModelAndView enrolment(Enrolment enrolment, String errorKey) {
        return new ModelAndView("identity/enrolment")
                .addObject("enrolment", enrolment)
                .addObject("errorKey", errorKey);
    }

    private static ModelAndView unconfirmed(Enrolment enrolment, String errorKey) {
        ModelAndView again = enrolment(enrolment, errorKey);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private static ModelAndView shown(List<String> codes) {
        return new ModelAndView("identity/recovery-codes").addObject("codes", codes);
    }

    private ModelAndView refused(String form, String errorKey) {
        ModelAndView again = page(form, errorKey);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    /// @param form which of the forms was refused
    private ModelAndView page(String form, String errorKey) {
        User user = CurrentUser.user();
        @Nullable String asked = duty.binds(user.role()) ? user.role().key() : null;
        return new ModelAndView("identity/second-factor")
                .addObject("user", user)
                .addObject("state", desk.state(user.id()))
                .addObject("requiredFor", asked)
                .addObject("form", form)
                .addObject("errorKey", errorKey);
    }
}
