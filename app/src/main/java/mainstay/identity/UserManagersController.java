package mainstay.identity;

import java.util.List;
import java.util.Set;
import mainstay.shared.Problem;
import mainstay.shared.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/settings/users/{id}/managers")
@Allowed(Role.ADMINISTRATOR)
class UserManagersController {

    private final UserDesk users;
    private final ManagerDesk managers;

    UserManagersController(UserDesk users, ManagerDesk managers) {
        this.users = users;
        this.managers = managers;
    }

    @GetMapping
    ModelAndView page(@PathVariable long id) {
        return new ModelAndView("identity/managers")
                .addObject("user", known(id))
                .addObject("codes", managers.all())
                .addObject("users", users.all());
    }

    @PostMapping
    String save(@PathVariable long id, @RequestParam(required = false) List<String> code, RedirectAttributes redirect) {
        User user = known(id);
        managers.put(user.id(), code == null ? Set.of() : Set.copyOf(code));
        Flash.success(redirect, "user.managersSaved", user.fullName());
        return "redirect:/settings/users";
    }

    private User known(long id) {
        return users.byId(id).orElseThrow(() -> new Problem.NotFound("user.unknown"));
    }
}
