package mainstay.portfolio.profit;

import mainstay.identity.Allowed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Allowed.Everyone
class WhatIfController {
    private final WhatIfBoard board;

    WhatIfController(WhatIfBoard board) {
        this.board = board;
    }

    @GetMapping("/profit/what-if")
    ModelAndView page(WhatIfForm form) {
        WhatIfView view = board.view(form);
        ModelAndView page = new ModelAndView("profit/what-if").addObject("view", view);
        if (!view.refused().isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }
}
