package mainstay.accounts;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import mainstay.accounts.AssignmentOutcome.Assigned;
import mainstay.accounts.AssignmentOutcome.Refused;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.Problem;
import mainstay.shared.web.Flash;
import mainstay.shared.web.Text;
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
@RequestMapping("/accounts/assignments")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR})
class AssignmentController {

    private final AssignmentDesk desk;
    private final Assignees assignees;
    private final AccountBook book;

    AssignmentController(AssignmentDesk desk, Assignees assignees, AccountBook book) {
        this.desk = desk;
        this.assignees = assignees;
        this.book = book;
    }

    /// Shows what would be assigned; nothing changes yet.
    @GetMapping("/new")
    ModelAndView preview(
            ListWish wish,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") List<Long> account) {
        return page(wish, selection(wish, all, account), "", null);
    }

    @PostMapping
    ModelAndView assign(
            ListWish wish,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") List<Long> account,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "0") long mark,
            HttpServletResponse response) {
        AccountSelection selection = selection(wish, all, account);
        return switch (desk.assign(selection, to, mark)) {
            case Assigned assigned -> new ModelAndView("redirect:/accounts/assignments/" + assigned.number());
            case Refused refused -> {
                response.setStatus(422);
                yield page(wish, selection, to, Text.of(refused.messageKey(), refused.argument()));
            }
        };
    }

    @GetMapping("/{number}")
    ModelAndView show(@PathVariable long number) {
        return new ModelAndView("accounts/assignment").addObject("assignment", desk.open(number));
    }

    @PostMapping("/{number}/withdrawal")
    String undo(@PathVariable long number, RedirectAttributes redirect) {
        desk.open(number);
        desk.undo(number)
                .ifPresentOrElse(
                        accounts -> Flash.success(redirect, "lists.assign.undone", accounts),
                        () -> Flash.warning(redirect, "lists.assign.undoneBefore"));
        return "redirect:/accounts/assignments/" + number;
    }

    private static AccountSelection selection(ListWish wish, boolean all, List<Long> accounts) {
        if (accounts.size() > AccountSelection.MOST_IDS) {
            throw new Problem.Invalid("lists.assign.tooMany", AccountSelection.MOST_IDS);
        }
        return new AccountSelection(all, List.copyOf(accounts), wish.filter());
    }

    private ModelAndView page(ListWish wish, AccountSelection selection, String to, @Nullable Text refusal) {
        return new ModelAndView("accounts/new-assignment")
                .addObject("preview", desk.preview(selection))
                .addObject("address", wish.address(book.usualSort()))
                .addObject("assignees", assignees.all())
                .addObject("to", to)
                .addObject("refusal", refusal);
    }
}
