package mainstay.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import mainstay.identity.UserChange.Done;
import mainstay.identity.UserChange.Refused;
import mainstay.shared.Problem;
import mainstay.shared.web.Flash;
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
@RequestMapping("/settings/users")
@Allowed(Role.ADMINISTRATOR)
class UserController {

    private static final String BACK = "redirect:/settings/users";

    private final UserDesk desk;
    private final Passwords passwords;
    private final ManagerDesk managers;
    private final KeyRing keys;
    private final Entrance entrance;

    UserController(UserDesk desk, Passwords passwords, ManagerDesk managers, KeyRing keys, Entrance entrance) {
        this.desk = desk;
        this.passwords = passwords;
        this.managers = managers;
        this.keys = keys;
        this.entrance = entrance;
    }

    @GetMapping
    ModelAndView list() {
        return page(new NewUser("", "", Role.KAM.code()), "");
    }

    @PostMapping
    ModelAndView add(
            @RequestParam String name,
            @RequestParam String fullName,
            @RequestParam Role role,
            RedirectAttributes redirect) {
        String password = passwords.generate();
        return switch (desk.add(name, fullName, role, password)) {
            case Done done -> {
                Flash.success(redirect, "user.added", name, password);
                yield new ModelAndView(BACK);
            }
            case Refused refused -> {
                ModelAndView again = page(new NewUser(name, fullName, role.code()), refused.messageKey());
                again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield again;
            }
        };
    }

    @PostMapping("/{id}/role")
    String role(@PathVariable long id, @RequestParam Role role, RedirectAttributes redirect) {
        return answer(
                desk.changeRole(known(id).id(), role),
                redirect,
                "user.roleChanged",
                known(id).name());
    }

    @PostMapping("/{id}/disabling")
    String disable(@PathVariable long id, RedirectAttributes redirect) {
        return answer(
                desk.disable(known(id).id()),
                redirect,
                "user.disabled",
                known(id).name());
    }

    @PostMapping("/{id}/enabling")
    String enable(@PathVariable long id, RedirectAttributes redirect) {
        return answer(
                desk.enable(known(id).id()), redirect, "user.enabled", known(id).name());
    }

    /// Who sets the own one goes on: the new one would be told to nobody else.
    @PostMapping("/{id}/password")
    String password(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean passkeys,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        User user = known(id);
        String password = passwords.generate();
        if (passkeys) {
            keys.removePasskeys(user);
        }
        boolean own = user.id() == CurrentUser.user().id();
        UserChange change = desk.setPassword(id, password, own ? Entrance.session(request) : null);
        if (own) {
            entrance.renew(request, response);
        }
        return answer(change, redirect, "user.passwordSet", user.name(), password);
    }

    private User known(long id) {
        return desk.byId(id).orElseThrow(() -> new Problem.NotFound("user.unknown"));
    }

    private static String answer(UserChange change, RedirectAttributes redirect, String key, Object... arguments) {
        switch (change) {
            case Done done -> Flash.success(redirect, key, arguments);
            case Refused refused -> Flash.warning(redirect, refused.messageKey());
        }
        return BACK;
    }

    private ModelAndView page(NewUser typed, String errorKey) {
        return new ModelAndView("identity/users")
                .addObject("users", desk.all())
                .addObject("codes", managers.all())
                .addObject("bound", keys.bound())
                .addObject("typed", typed)
                .addObject("errorKey", errorKey);
    }
}
