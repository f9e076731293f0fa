package mainstay.dossier;

import java.util.List;
import java.util.Map;
import mainstay.accounts.AccountShell;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// Shows single fields of accounts, and writes down that they were shown.
@Component
class FactPages {

    private final ReadLog log;

    FactPages(ReadLog log) {
        this.log = log;
    }

    ModelAndView again(AccountShell shell, FactView view, HttpStatus status) {
        ModelAndView page = of(shell, view);
        page.setStatus(status);
        return page;
    }

    /// Alone where htmx asks for it, to be put into the line it belongs to.
    ModelAndView of(AccountShell shell, FactView view) {
        if (!view.history().isEmpty()) {
            Look.of(
                            shell.account().id(),
                            "history",
                            List.of(view.field()),
                            view.field().code())
                    .ifPresent(look -> log.note(List.of(look)));
        }
        return new ModelAndView(shell.whole() ? "dossier/field" : "dossier/form", Map.of("shell", shell, "view", view));
    }
}
