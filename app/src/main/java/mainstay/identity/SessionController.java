package mainstay.identity;

import jakarta.servlet.http.HttpServletRequest;
import mainstay.shared.Problem;
import mainstay.shared.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where oneself is signed in, and how the latest tries ended.
@Controller
@RequestMapping("/profile/sessions")
@Allowed.Everyone
class SessionController {

    private static final int LATEST = 30;

    private final UserDesk desk;
    private final OpenSessions sessions;
    private final SignInLog log;

    SessionController(UserDesk desk, OpenSessions sessions, SignInLog log) {
        this.desk = desk;
        this.sessions = sessions;
        this.log = log;
    }

    @GetMapping
    ModelAndView page(HttpServletRequest request) {
        User user = CurrentUser.user();
        return new ModelAndView("identity/sessions")
                .addObject("user", user)
                .addObject("sessions", sessions.of(user, Entrance.session(request)))
                .addObject("entries", log.page(SignInWish.of(user.id()), LATEST, 0));
    }

    @PostMapping("/{handle}/end")
    String end(@PathVariable String handle, RedirectAttributes redirect) {
        if (!desk.endSession(CurrentUser.user().id(), handle)) {
            throw new Problem.NotFound("session.unknown");
        }
        Flash.success(redirect, "session.ended");
        return "redirect:/profile/sessions";
    }

    @PostMapping("/end")
    String endOthers(HttpServletRequest request, RedirectAttributes redirect) {
        desk.endSessions(CurrentUser.user().id(), Entrance.session(request));
        Flash.success(redirect, "session.othersEnded");
        return "redirect:/profile/sessions";
    }
}
