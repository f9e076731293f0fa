package mainstay.dossier;

import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.web.Flash;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/settings/archive")
@Allowed({Role.DIRECTOR, Role.ADMINISTRATOR})
class FieldController {

    private static final String LIST = "redirect:/settings/archive";

    private final FieldDesk desk;

    FieldController(FieldDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    ModelAndView list() {
        return new ModelAndView("dossier/fields")
                .addObject("parts", desk.byPart())
                .addObject("changes", desk.changes());
    }

    @GetMapping("/new")
    ModelAndView fresh() {
        return page(desk.fresh());
    }

    @PostMapping
    ModelAndView add(FieldForm form, RedirectAttributes redirect) {
        return answer(desk.add(form), "archive.fields.added", redirect);
    }

    @GetMapping("/{field}")
    ModelAndView one(@PathVariable String field) {
        return page(desk.view(field));
    }

    @PostMapping("/{field}")
    ModelAndView change(@PathVariable String field, FieldForm form, RedirectAttributes redirect) {
        return answer(desk.change(field, form), "archive.fields.changed", redirect);
    }

    @PostMapping("/{field}/retirement")
    String retire(@PathVariable String field, RedirectAttributes redirect) {
        desk.retire(field, true);
        Flash.success(redirect, "archive.fields.retired");
        return LIST;
    }

    @PostMapping("/{field}/restoration")
    String restore(@PathVariable String field, RedirectAttributes redirect) {
        desk.retire(field, false);
        Flash.success(redirect, "archive.fields.restored");
        return LIST;
    }

    private static ModelAndView answer(FieldView view, String doneKey, RedirectAttributes redirect) {
        if (view.refusals().isEmpty() && !view.overtaken()) {
            Flash.success(redirect, doneKey);
            return new ModelAndView(LIST);
        }
        ModelAndView again = page(view);
        again.setStatus(view.overtaken() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private static ModelAndView page(FieldView view) {
        return new ModelAndView("dossier/field-form").addObject("view", view);
    }
}
