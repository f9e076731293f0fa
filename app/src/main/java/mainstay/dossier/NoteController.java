package mainstay.dossier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mainstay.accounts.AccountShell;
import mainstay.accounts.AccountShells;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// Asks to which field of the archive a note belongs; the form of that field is filled in then.
@Controller
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
class NoteController {

    private final AccountShells shells;
    private final Fields fields;
    private final Facts facts;

    NoteController(AccountShells shells, Fields fields, Facts facts) {
        this.shells = shells;
        this.fields = fields;
        this.facts = facts;
    }

    /// What was noted.
    ///
    /// @param on day of it
    /// @param by name by which its author signs in
    public record Noted(
            @Nullable String text,
            @Nullable String on,
            @Nullable String by) {}

    @GetMapping("/accounts/{code}/" + DossierPanels.ARCHIVE + "/" + FactFromNote.FROM_NOTE)
    ModelAndView choose(
            @PathVariable String code, Noted noted, HttpServletRequest request, HttpServletResponse response) {
        AccountShell shell = shells.open(code, DossierPanels.ARCHIVE, request, response);
        Facts.Reach reach = facts.reach(shell.account().id());
        Map<Part, List<Field>> offered = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            List<Field> open = fields.all().stream()
                    .filter(field -> field.part() == part && !field.retired() && !field.isRead() && reach.lets(field))
                    .toList();
            if (!open.isEmpty()) {
                offered.put(part, open);
            }
        }
        NotedFact fact = NotedFact.of(
                shell.account().path() + "/" + DossierPanels.ARCHIVE, noted.text(), noted.on(), noted.by());
        return new ModelAndView("dossier/from-note")
                .addObject("shell", shell)
                .addObject("noted", fact)
                .addObject("offered", offered);
    }
}
