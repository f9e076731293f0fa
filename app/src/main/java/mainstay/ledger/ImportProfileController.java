package mainstay.ledger;

import mainstay.identity.Allowed;
import mainstay.identity.Role;
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
@RequestMapping("/imports")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER})
class ImportProfileController {

    private final ProfileDesk desk;
    private final DraftDesk drafts;

    ImportProfileController(ProfileDesk desk, DraftDesk drafts) {
        this.desk = desk;
        this.drafts = drafts;
    }

    @GetMapping("/profiles")
    ModelAndView list() {
        return new ModelAndView("ledger/import-profiles").addObject("profiles", desk.all());
    }

    @PostMapping("/drafts/{id}/profile")
    String keep(@PathVariable long id, @RequestParam String name, RedirectAttributes redirect) {
        Draft draft = drafts.find(id);
        tell(desk.keep(draft, name), name, "imports.profileKept", redirect);
        return "redirect:" + draft.path();
    }

    @PostMapping("/profiles/{id}/name")
    String rename(@PathVariable long id, @RequestParam String name, RedirectAttributes redirect) {
        tell(desk.rename(id, name), name, "imports.profileRenamed", redirect);
        return "redirect:/imports/profiles";
    }

    @PostMapping("/profiles/{id}/deletion")
    String delete(@PathVariable long id, RedirectAttributes redirect) {
        Flash.success(redirect, "imports.profileDeleted", desk.delete(id));
        return "redirect:/imports/profiles";
    }

    private static void tell(ProfileDesk.Naming naming, String name, String done, RedirectAttributes redirect) {
        switch (naming) {
            case NAMED -> Flash.success(redirect, done, name.strip());
            case TAKEN -> Flash.warning(redirect, "imports.profileTaken", name.strip());
            case UNUSABLE -> Flash.warning(redirect, "imports.profileUnusable");
            case UNREADABLE -> Flash.warning(redirect, "imports.profileUnreadable");
        }
    }
}
