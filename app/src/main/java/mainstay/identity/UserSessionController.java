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

/// Where somebody else is signed in and with what, for administrators.
@Controller
@RequestMapping("/settings/users/{id}/sessions")
@Allowed(Role.ADMINISTRATOR)
class UserSessionController {

    private static final int LATEST = 30;

    private final UserDesk desk;
    private final OpenSessions sessions;
    private final SignInLog log;
    private final KeyRing keys;

    UserSessionController(UserDesk desk, OpenSessions sessions, SignInLog log, KeyRing keys) {
        this.desk = desk;
        this.sessions = sessions;
        this.log = log;
        this.keys = keys;
    }

    @GetMapping
    ModelAndView page(@PathVariable long id, HttpServletRequest request) {
        User user = known(id);
        return new ModelAndView("identity/user-sessions")
                .addObject("user", user)
                .addObject("keys", keys.of(user))
                .addObject("sessions", sessions.of(user, Entrance.session(request)))
                .addObject("entries", log.page(SignInWish.of(user.id()), LATEST, 0));
    }

    @PostMapping("/{handle}/end")
    String end(@PathVariable long id, @PathVariable String handle, RedirectAttributes redirect) {
        User user = known(id);
        if (!desk.endSession(user.id(), handle)) {
            throw new Problem.NotFound("session.unknown");
        }
        Flash.success(redirect, "session.endedOf", user.fullName());
        return "redirect:/settings/users/" + id + "/sessions";
    }

    /// Who asks for the own ones keeps the one that asks.
    @PostMapping("/end")
    String endAll(@PathVariable long id, HttpServletRequest request, RedirectAttributes redirect) {
        User user = known(id);
        boolean own = user.id() == CurrentUser.user().id();
        desk.endSessions(user.id(), own ? Entrance.session(request) : null);
        Flash.success(redirect, own ? "session.othersEnded" : "session.allEndedOf", user.fullName());
        return "redirect:/settings/users/" + id + "/sessions";
    }

    private User known(long id) {
        return desk.byId(id).orElseThrow(() -> new Problem.NotFound("user.unknown"));
    }
}
