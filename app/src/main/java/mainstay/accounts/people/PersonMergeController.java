package mainstay.accounts.people;

import java.util.List;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.web.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/people/{id}/merges")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER})
class PersonMergeController {

    private static final int MOST = 20;

    private final PersonFiles files;
    private final PersonMerges merges;
    private final PersonMergeDesk desk;
    private final Twins twins;

    PersonMergeController(PersonFiles files, PersonMerges merges, PersonMergeDesk desk, Twins twins) {
        this.files = files;
        this.merges = merges;
        this.desk = desk;
        this.twins = twins;
    }

    /// @param with number of the person who would be merged into this one
    @GetMapping
    ModelAndView page(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long with) {
        PersonFile file = files.at(id);
        ModelAndView page = new ModelAndView("people/merge")
                .addObject("file", file)
                .addObject("q", q)
                .addObject("merges", merges.into(file.person().id()))
                .addObject("twins", twins.of(file))
                .addObject(
                        "found",
                        q.isBlank()
                                ? List.of()
                                : files.page(q, 1, MOST).entries().stream()
                                        .filter(entry -> entry.person().id()
                                                != file.person().id())
                                        .toList());
        return with == null ? page : page.addObject("other", files.at(with));
    }

    @PostMapping
    String merge(@PathVariable long id, @RequestParam long with, RedirectAttributes redirect) {
        desk.merge(id, with);
        Flash.success(redirect, "people.merge.done");
        return "redirect:" + Person.pathOf(id);
    }

    @PostMapping("/{merge}/undoing")
    String undo(@PathVariable long id, @PathVariable long merge, RedirectAttributes redirect) {
        long parted = desk.undo(id, merge);
        Flash.success(redirect, "people.merge.partedDone");
        return "redirect:" + Person.pathOf(parted);
    }
}
