package mainstay.identity;

import java.time.LocalDate;
import java.util.Optional;
import mainstay.shared.Problem;
import mainstay.shared.web.Flash;
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

/// When people are away: everybody says so for themselves, directors and administrators for others too.
@Controller
@RequestMapping("/people/{name}/absences")
@Allowed.Everyone
class AbsenceController {

    private final AbsenceDesk desk;
    private final UserDesk users;
    private final Duties duties;

    AbsenceController(AbsenceDesk desk, UserDesk users, Duties duties) {
        this.desk = desk;
        this.users = users;
        this.duties = duties;
    }

    @GetMapping
    ModelAndView page(@PathVariable String name) {
        return page(whom(name), "", null, null, null);
    }

    @PostMapping
    ModelAndView note(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Long deputy,
            @RequestParam(required = false) @Nullable LocalDate first,
            @RequestParam(required = false) @Nullable LocalDate last,
            RedirectAttributes redirect) {
        User user = whom(name);
        boolean selfAppointed = user.id() != CurrentUser.user().id()
                && deputy != null
                && deputy == CurrentUser.user().id();
        Optional<String> refusal =
                selfAppointed ? Optional.of("absence.selfAppointed") : desk.note(user.id(), deputy, first, last);
        return refusal.map(why -> {
                    ModelAndView again = page(user, why, deputy, first, last);
                    again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                    return again;
                })
                .orElseGet(() -> {
                    Flash.success(redirect, "absence.noted", user.fullName());
                    return new ModelAndView(back(user));
                });
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable String name, @PathVariable long id, RedirectAttributes redirect) {
        User user = whom(name);
        if (!desk.end(user.id(), id)) {
            throw new Problem.NotFound("absence.unknown");
        }
        Flash.success(redirect, "absence.ended", user.fullName());
        return back(user);
    }

    private static String back(User user) {
        return "redirect:/people/" + user.name() + "/absences";
    }

    private User whom(String name) {
        User user = users.byName(name).orElseThrow(() -> new Problem.NotFound("user.unknown"));
        if (user.id() != CurrentUser.user().id() && !Acting.actor().is(Role.ADMINISTRATOR, Role.DIRECTOR)) {
            throw new Problem.Forbidden("absence.notYours");
        }
        return user;
    }

    private ModelAndView page(
            User user, String errorKey, @Nullable Long deputy, @Nullable LocalDate first, @Nullable LocalDate last) {
        return new ModelAndView("identity/absences")
                .addObject("user", user)
                .addObject("absences", desk.of(user.id()))
                .addObject("deputies", desk.deputiesFor(user.id()))
                .addObject("duties", duties.of(user))
                .addObject("errorKey", errorKey)
                .addObject("deputy", deputy)
                .addObject("first", first == null ? "" : first.toString())
                .addObject("last", last == null ? "" : last.toString());
    }
}
