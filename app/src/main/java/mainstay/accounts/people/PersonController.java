package mainstay.accounts.people;

import java.util.List;
import java.util.Map;
import mainstay.identity.Acting;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.Problem;
import mainstay.shared.web.ChecksText;
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
@RequestMapping("/people")
@Allowed.Everyone
class PersonController {

    private static final int LAST_PAGE = 1_000_000;

    private final PersonFiles files;
    private final PersonDesk desk;
    private final Twins twins;
    private final List<PersonSection> sections;

    PersonController(PersonFiles files, PersonDesk desk, Twins twins, List<PersonSection> sections) {
        this.files = files;
        this.desk = desk;
        this.twins = twins;
        this.sections = sections;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page) {
        if (page < 1 || page > LAST_PAGE) {
            throw new Problem.Invalid("archive.unreadable", "page", page);
        }
        return new ModelAndView("people/list").addObject("found", files.page(q, page));
    }

    @GetMapping("/{id}")
    ModelAndView person(@PathVariable long id) {
        PersonFile file = files.at(id);
        if (file.person().id() != id) {
            return new ModelAndView("redirect:" + file.person().path());
        }
        return new ModelAndView("people/person")
                .addObject("file", file)
                .addObject("mayMerge", Acting.actor().is(Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER))
                .addObject("twins", file.mayWrite() ? twins.of(file) : List.of())
                .addObject(
                        "links",
                        sections.stream()
                                .flatMap(section -> section.links(file.person()).stream())
                                .toList());
    }

    @GetMapping("/{id}/edit")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    ModelAndView form(@PathVariable long id) {
        return page(PersonForms.of(files.at(id)));
    }

    @PostMapping("/{id}")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    @ChecksText
    ModelAndView change(@PathVariable long id, PersonForm form, RedirectAttributes redirect) {
        return switch (desk.change(id, form)) {
            case PersonOutcome.Kept kept -> {
                Flash.success(redirect, "people.changed");
                yield new ModelAndView("redirect:" + Person.pathOf(id));
            }
            case PersonOutcome.Refused refused ->
                again(
                        new PersonForms(form, PositionForm.empty(), files.at(id), refused.refusals(), false, List.of()),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case PersonOutcome.Overtaken overtaken -> {
                PersonFile now = files.at(id);
                yield again(
                        new PersonForms(
                                form.seeing(now.person()), PositionForm.empty(), now, Map.of(), true, List.of()),
                        HttpStatus.CONFLICT);
            }
            case PersonOutcome.Alike alike -> throw new IllegalStateException("nobody new was written down");
        };
    }

    private static ModelAndView again(PersonForms forms, HttpStatus status) {
        ModelAndView page = page(forms);
        page.setStatus(status);
        return page;
    }

    private static ModelAndView page(PersonForms forms) {
        return new ModelAndView("people/edit").addObject("forms", forms);
    }
}
