package mainstay.dossier.document;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import mainstay.accounts.AccountCard;
import mainstay.accounts.AccountShell;
import mainstay.accounts.AccountShells;
import mainstay.accounts.Accounts;
import mainstay.dossier.Dossier.Line;
import mainstay.dossier.Dossiers;
import mainstay.dossier.Field;
import mainstay.dossier.Part;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.Problem;
import mainstay.shared.web.Flash;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/accounts/{code}/" + DocumentPanels.DOCUMENTS)
@Allowed.Everyone
class DocumentController {

    private final AccountShells shells;
    private final Accounts accounts;
    private final Dossiers dossiers;
    private final DocumentDesk desk;
    private final DocumentAnswer answer;

    DocumentController(
            AccountShells shells, Accounts accounts, Dossiers dossiers, DocumentDesk desk, DocumentAnswer answer) {
        this.shells = shells;
        this.accounts = accounts;
        this.dossiers = dossiers;
        this.desk = desk;
        this.answer = answer;
    }

    @GetMapping
    ModelAndView panel(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String person,
            HttpServletRequest request,
            HttpServletResponse response) {
        return panel(
                shells.open(code, DocumentPanels.DOCUMENTS, request, response),
                DocumentForm.about(person),
                null,
                Map.of());
    }

    private ModelAndView panel(
            AccountShell shell, DocumentForm form, @Nullable Long about, Map<String, Text> refusals) {
        AccountCard account = shell.account();
        return new ModelAndView("dossier/documents")
                .addObject("shell", shell)
                .addObject("parts", Part.values())
                .addObject(
                        "view",
                        new DocumentPage(
                                desk.of(account),
                                desk.writing(account),
                                fields(account),
                                desk.people(account),
                                desk.largestMegabytes(),
                                form,
                                about,
                                refusals));
    }

    private List<Field> fields(AccountCard account) {
        return dossiers.of(account, null).sections().stream()
                .flatMap(section -> section.lines().stream())
                .filter(line -> line.fact() != null)
                .map(Line::field)
                .toList();
    }

    @PostMapping
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    ModelAndView add(
            @PathVariable String code,
            DocumentForm form,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        AccountCard account = accounts.at(code);
        DocumentOutcome outcome = SentFiles.during(file, sent -> desk.add(account, form, sent));
        return after(outcome, new Sender(code, form, null), redirect, request, response);
    }

    @PostMapping("/{id:\\d+}/versions")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    ModelAndView renew(
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        AccountCard account = accounts.at(code);
        Document document = desk.at(account, id);
        DocumentOutcome outcome = SentFiles.during(file, sent -> desk.renew(account, document, sent));
        return after(outcome, new Sender(code, DocumentForm.empty(), id), redirect, request, response);
    }

    private record Sender(
            String code, DocumentForm form, @Nullable Long document) {}

    private ModelAndView after(
            DocumentOutcome outcome,
            Sender sender,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (outcome) {
            case DocumentOutcome.Filed filed -> done(sender.code(), "document.kept", redirect);
            case DocumentOutcome.Refused refused -> {
                AccountShell shell = shells.open(sender.code(), DocumentPanels.DOCUMENTS, request, response);
                ModelAndView again =
                        panel(shell, sender.form(), sender.document(), Map.of(refused.field(), refused.reason()));
                again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield again;
            }
        };
    }

    @PostMapping("/{id:\\d+}/retirement")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    ModelAndView retire(
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountCard account = accounts.at(code);
        try {
            desk.retire(account, desk.at(account, id), reason);
        } catch (Problem.Invalid wrong) {
            AccountShell shell = shells.open(code, DocumentPanels.DOCUMENTS, request, response);
            Text why = Text.of(wrong.messageKey(), wrong.arguments());
            ModelAndView again = panel(shell, DocumentForm.empty(), id, Map.of("reason", why));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return done(code, "document.retired", redirect);
    }

    private ModelAndView done(String code, String key, RedirectAttributes redirect) {
        Flash.success(redirect, key);
        return new ModelAndView("redirect:" + accounts.at(code).path() + "/" + DocumentPanels.DOCUMENTS);
    }

    /// @param n the version
    @GetMapping("/{id:\\d+}/{n:\\d+}")
    void content(
            @PathVariable String code,
            @PathVariable long id,
            @PathVariable int n,
            @RequestParam(defaultValue = "false") boolean show,
            HttpServletResponse response)
            throws IOException {
        Document document = desk.at(accounts.at(code), id);
        answer.write(document, desk.version(document, n), show, response);
    }
}
