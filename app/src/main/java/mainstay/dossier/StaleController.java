package mainstay.dossier;

import java.util.List;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.Problem;
import mainstay.shared.web.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/archive")
@Allowed.Everyone
class StaleController {

    static final int MOST = 1_000;

    private final StaleFacts stale;
    private final FactDesk desk;
    private final ReadLog log;

    StaleController(StaleFacts stale, FactDesk desk, ReadLog log) {
        this.stale = stale;
        this.desk = desk;
        this.log = log;
    }

    @GetMapping
    ModelAndView board(StaleFilter filter) {
        StaleBoard board = stale.board(filter);
        List<Look> looks = board.looks("board");
        if (!looks.isEmpty()) {
            log.note(looks);
        }
        return new ModelAndView("dossier/stale").addObject("board", board);
    }

    /// What was ticked still holds, all of it as of today.
    @PostMapping("/reconfirmations")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    String reconfirm(
            StaleFilter filter,
            @RequestParam(required = false) @Nullable List<Long> fact,
            RedirectAttributes redirect) {
        String back = "redirect:" + filter.checked().at(filter.shown());
        if (fact == null || fact.isEmpty()) {
            Flash.warning(redirect, "archive.noneTicked");
            return back;
        }
        if (fact.size() > MOST) {
            throw new Problem.Invalid("archive.tooMany", MOST);
        }
        int confirmed = desk.reconfirmAll(fact);
        if (confirmed == fact.size()) {
            Flash.success(redirect, "archive.reconfirmedAll", confirmed);
        } else {
            Flash.warning(redirect, "archive.reconfirmedSome", confirmed, fact.size() - confirmed);
        }
        return back;
    }
}
