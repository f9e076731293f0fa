package mainstay.relationships;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import mainstay.accounts.AccountPanel;
import mainstay.accounts.AccountShell;
import mainstay.accounts.AccountShells;
import mainstay.identity.Acting;
import mainstay.identity.Allowed;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.shared.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Allowed.Everyone
class ActivityPanelController {

    private static final String PANEL = "activities";

    private final AccountShells shells;
    private final AccountActivities activities;
    private final ActivityPages pages;

    ActivityPanelController(AccountShells shells, AccountActivities activities, ActivityPages pages) {
        this.shells = shells;
        this.activities = activities;
        this.pages = pages;
    }

    @GetMapping("/accounts/{code}/" + PANEL)
    ModelAndView panel(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        AccountShell shell = shells.open(code, PANEL, request, response);
        boolean writes = Acting.actor().role() != Role.VIEWER;
        return new ModelAndView("relationships/panel")
                .addObject("shell", shell)
                .addObject("touch", activities.of(shell.account().id()))
                .addObject("form", writes ? pages.fresh(shell.account().code()) : null);
    }

    @Configuration(proxyBeanMethods = false)
    static class Entries {

        @Bean
        AccountPanel activitiesPanel() {
            return new AccountPanel(PANEL, "activity.title", 14, Level.BUSINESS);
        }

        @Bean
        NavigationEntry activitiesEntry() {
            return new NavigationEntry("nav.activities", ActivityQuery.PATH, "clock", 22, 0, List.of("/depth"));
        }
    }
}
