package mainstay.ledger;

import mainstay.identity.Allowed;
import mainstay.identity.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/imports/inbox")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER})
class InboxController {

    private final InboxBook book;
    private final InboxSettings settings;

    InboxController(InboxBook book, InboxSettings settings) {
        this.book = book;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView show() {
        return new ModelAndView("ledger/inbox")
                .addObject("entries", book.newest())
                .addObject(
                        "folder",
                        settings.watched()
                                .map(watched -> watched.root().toString())
                                .orElse(""))
                .addObject("from", settings.from().toString());
    }
}
