package mainstay.ledger;

import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.Problem;
import mainstay.shared.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/imports/{batch}/withdrawal")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER})
class WithdrawalController {

    private final BatchBook book;
    private final WithdrawalEffects effects;
    private final BatchDesk desk;

    WithdrawalController(BatchBook book, WithdrawalEffects effects, BatchDesk desk) {
        this.book = book;
        this.effects = effects;
        this.desk = desk;
    }

    @GetMapping
    ModelAndView preview(@PathVariable long batch) {
        BatchLine line = book.find(batch).orElseThrow(() -> unknown(batch)).line();
        if (!line.isInLedger()) {
            throw new Problem.Conflict("imports.notInLedger", String.valueOf(batch));
        }
        return new ModelAndView("ledger/withdrawal").addObject("batch", line).addObject("effect", effects.of(line));
    }

    @PostMapping
    String withdraw(@PathVariable long batch, RedirectAttributes redirect) {
        switch (desk.withdraw(batch)) {
            case BatchDesk.Withdrawn gone -> Flash.success(redirect, "imports.withdrawn", String.valueOf(gone.batch()));
            case BatchDesk.NotInLedger absent -> Flash.warning(redirect, "imports.notInLedger", String.valueOf(batch));
            case BatchDesk.NoSuchBatch none -> throw unknown(batch);
        }
        return "redirect:/imports/" + batch;
    }

    private static Problem.NotFound unknown(long batch) {
        return new Problem.NotFound("ledger.import.unknown", String.valueOf(batch));
    }
}
