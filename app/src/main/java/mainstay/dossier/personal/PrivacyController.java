package mainstay.dossier.personal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import mainstay.accounts.people.PersonFile;
import mainstay.accounts.people.PersonFiles;
import mainstay.dossier.personal.Disclosure.DisclosureJson;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.web.Flash;
import mainstay.shared.web.Text;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@Allowed(Role.DIRECTOR)
class PrivacyController {

    private final PrivacyDesk desk;
    private final PersonFiles files;
    private final Clock clock;

    PrivacyController(PrivacyDesk desk, PersonFiles files, Clock clock) {
        this.desk = desk;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping("/people/privacy")
    @Allowed({Role.DIRECTOR, Role.ADMINISTRATOR})
    ModelAndView report() {
        return new ModelAndView("personal/report").addObject("report", desk.report());
    }

    @PostMapping("/people/privacy")
    @Allowed({Role.DIRECTOR, Role.ADMINISTRATOR})
    String keep(@RequestParam(defaultValue = "") String years, RedirectAttributes redirect) {
        desk.keepYears(years);
        Flash.success(redirect, "privacy.ruleKept");
        return "redirect:/people/privacy";
    }

    @GetMapping("/people/{id}/privacy")
    ModelAndView person(@PathVariable long id) {
        PrivacyForm form = PrivacyForm.of(LocalDate.now(clock));
        return page(id, form, form, Map.of());
    }

    @PostMapping("/people/{id}/privacy")
    ModelAndView ask(@PathVariable long id, PrivacyForm form) {
        PrivacyDesk.Answer answer = desk.ask(id, form);
        return answer.refusals().isEmpty()
                ? new ModelAndView("redirect:/people/" + id + "/privacy/" + answer.request())
                : refused(page(id, form, PrivacyForm.of(LocalDate.now(clock)), Map.of("see", answer.refusals())));
    }

    @GetMapping("/people/{id}/privacy/{request}")
    ModelAndView disclosure(@PathVariable long id, @PathVariable long request) {
        return new ModelAndView("personal/disclosure").addObject("all", desk.disclosure(id, request));
    }

    @GetMapping("/people/{id}/privacy/{request}/file")
    ResponseEntity<DisclosureJson> file(@PathVariable long id, @PathVariable long request) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("person-" + id + ".json")
                                .build()
                                .toString())
                .body(DisclosureJson.of(desk.disclosure(id, request)));
    }

    @PostMapping("/people/{id}/erasure")
    ModelAndView erase(@PathVariable long id, PrivacyForm form, RedirectAttributes redirect) {
        PrivacyDesk.Answer answer = desk.erase(id, form);
        if (answer.refusals().isEmpty()) {
            Flash.success(redirect, "privacy.erased");
            return new ModelAndView("redirect:/people/" + id);
        }
        return refused(page(id, PrivacyForm.of(LocalDate.now(clock)), form, Map.of("erase", answer.refusals())));
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /// @param refusals by name of the form's field, by form
    private ModelAndView page(long id, PrivacyForm see, PrivacyForm erase, Map<String, Map<String, Text>> refusals) {
        PersonFile file = files.at(id);
        return new ModelAndView("personal/privacy")
                .addObject("file", file)
                .addObject("see", see)
                .addObject("erase", erase)
                .addObject("refusals", refusals)
                .addObject("requests", desk.requests(file.person().id()));
    }
}
