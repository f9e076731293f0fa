package mainstay.workbench.digest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import mainstay.identity.Acting;
import mainstay.identity.Allowed;
import mainstay.identity.UserDesk;
import mainstay.shared.Problem;
import mainstay.shared.web.Flash;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/today/digest")
@Allowed.Everyone
class DigestController {

    private static final int DAYS = 7;

    private final Digests digests;
    private final DigestWriter writer;
    private final MailSettings settings;
    private final PageContexts pages;
    private final UserDesk users;

    DigestController(Digests digests, DigestWriter writer, MailSettings settings, PageContexts pages, UserDesk users) {
        this.digests = digests;
        this.writer = writer;
        this.settings = settings;
        this.pages = pages;
        this.users = users;
    }

    @GetMapping
    ModelAndView page(HttpServletRequest request) {
        return page(request, DigestForm.of(digests.own().orElse(null)), Map.of());
    }

    @PostMapping
    ModelAndView wish(DigestForm form, HttpServletRequest request, RedirectAttributes redirect) {
        Long user = Acting.actor().id();
        if (user == null) {
            throw new Problem.Forbidden("digest.nobody");
        }
        Map<String, Text> refusals = form.refusals(settings);
        if (!refusals.isEmpty()) {
            ModelAndView again = page(request, form, refusals);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        if (form.isOn()) {
            digests.wish(form.wish(user));
        } else {
            digests.stop();
        }
        Flash.success(redirect, form.isOn() ? "digest.on" : "digest.off", form.writtenAddress());
        return new ModelAndView("redirect:/today/digest");
    }

    private ModelAndView page(HttpServletRequest request, DigestForm form, Map<String, Text> refusals) {
        String self = Acting.actor().name();
        String name = users.byName(self).map(user -> user.fullName()).orElse(self);
        Mail mail = writer.write(name, pages.locale(request));
        return new ModelAndView("workbench/digest")
                .addObject("form", form)
                .addObject("refusals", refusals)
                .addObject("subject", mail.subject())
                .addObject("text", mail.text())
                .addObject("mails", digests.ownMails(DAYS))
                .addObject("on", settings.isOn());
    }
}
