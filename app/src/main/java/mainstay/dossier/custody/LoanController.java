package mainstay.dossier.custody;

import java.util.List;
import java.util.Map;
import mainstay.dossier.Part;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/archive/loans")
@Allowed.Everyone
class LoanController {

    static final List<String> LISTS = List.of("mine", "others");
    private static final int MOST = 50;
    private static final int FARTHEST = 100_000;
    private static final String DAYS = "14";

    private final LoanDesk desk;

    LoanController(LoanDesk desk) {
        this.desk = desk;
    }

    /// @param page from 1
    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "mine") String list, @RequestParam(defaultValue = "1") int page) {
        if (!LISTS.contains(list)) {
            throw new Problem.NotFound("loan.noSuchList");
        }
        int at = Math.clamp(page, 1, FARTHEST);
        int from = (at - 1) * MOST;
        List<Loan> found = list.equals("mine") ? desk.mine(MOST + 1, from) : desk.ofOthers(MOST + 1, from);
        return new ModelAndView("dossier/loans")
                .addObject("loans", found.stream().limit(MOST).toList())
                .addObject("list", list)
                .addObject("lists", LISTS)
                .addObject("at", at)
                .addObject("more", found.size() > MOST);
    }

    /// @param part may be given several times, to be ticked
    @GetMapping("/new")
    ModelAndView fresh(
            @RequestParam(defaultValue = "") String account, @RequestParam(defaultValue = "") List<String> part) {
        return form(new LoanForm(account, part, "", DAYS, ""), Map.of());
    }

    @PostMapping
    ModelAndView ask(LoanForm form, RedirectAttributes redirect) {
        return switch (desk.ask(form)) {
            case LoanOutcome.Asked asked -> {
                Flash.success(redirect, asked.loan().isOpen() ? "loan.granted" : "loan.asked");
                yield new ModelAndView("redirect:" + asked.loan().path());
            }
            case LoanOutcome.Refused refused -> {
                ModelAndView again = form.of("renews").isEmpty()
                        ? form(form, refused.refusals())
                        : page(Long.parseLong(form.of("renews")), refused.refusals());
                again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield again;
            }
        };
    }

    private static ModelAndView form(LoanForm form, Map<String, Text> refusals) {
        return new ModelAndView("dossier/loan-form")
                .addObject("form", form)
                .addObject("parts", Part.values())
                .addObject("refusals", refusals);
    }

    @GetMapping("/{id}")
    ModelAndView page(@PathVariable long id) {
        return page(id, Map.of());
    }

    private ModelAndView page(long id, Map<String, Text> refusals) {
        return new ModelAndView("dossier/loan").addObject("view", desk.view(id)).addObject("refusals", refusals);
    }

    @PostMapping("/{id}/return")
    String giveBack(@PathVariable long id, RedirectAttributes redirect) {
        desk.giveBack(id);
        Flash.success(redirect, "loan.returned");
        return "redirect:/archive/loans/" + id;
    }

    @PostMapping("/{id}/recall")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    ModelAndView recall(
            @PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        try {
            desk.recall(id, reason);
        } catch (Problem.Invalid refused) {
            ModelAndView again = page(id, Map.of("reason", Text.of(refused.messageKey(), refused.arguments())));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Flash.success(redirect, "loan.recalled");
        return new ModelAndView("redirect:/archive/loans/" + id);
    }
}
