package mainstay.dossier.personal;

import java.util.List;
import java.util.Map;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.Problem;
import mainstay.shared.web.Flash;
import mainstay.shared.web.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/settings/personal")
@Allowed({Role.DIRECTOR, Role.ADMINISTRATOR})
class PersonalFieldController {

    private final PersonalFields fields;

    PersonalFieldController(PersonalFields fields) {
        this.fields = fields;
    }

    @GetMapping
    ModelAndView list() {
        return page(Map.of());
    }

    @PostMapping("/{code}")
    ModelAndView change(@PathVariable String code, PersonalFieldForm form, RedirectAttributes redirect) {
        PersonalField field = fields.byCode(code).orElseThrow(() -> new Problem.NotFound("archive.unknownField", code));
        Map<String, Text> refusals = form.refusals();
        if (refusals.isEmpty() && !fields.change(form.field(code))) {
            Flash.warning(redirect, "personal.settings.overtaken");
            return new ModelAndView("redirect:/settings/personal#" + code);
        }
        if (refusals.isEmpty()) {
            Flash.success(redirect, "personal.settings.kept");
            return new ModelAndView("redirect:/settings/personal");
        }
        ModelAndView again = page(Map.of(code, new PersonalFieldLine(field, form, refusals)));
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    /// @param attempts what was not taken, by code
    private ModelAndView page(Map<String, PersonalFieldLine> attempts) {
        List<PersonalFieldLine> lines = fields.all().stream()
                .map(field -> attempts.getOrDefault(
                        field.code(), new PersonalFieldLine(field, PersonalFieldForm.of(field), Map.of())))
                .toList();
        return new ModelAndView("personal/settings").addObject("lines", lines);
    }
}
