package mainstay.dossier.gift;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mainstay.accounts.people.PersonFile;
import mainstay.accounts.people.PersonFiles;
import mainstay.accounts.people.Position;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.Money;
import mainstay.shared.web.CsvAnswer;
import mainstay.shared.web.Flash;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Text;
import mainstay.shared.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@Allowed.Everyone
class GiftController {

    private final GiftDesk desk;
    private final PersonFiles people;
    private final Texts texts;
    private final PageContexts contexts;
    private final Clock clock;

    GiftController(GiftDesk desk, PersonFiles people, Texts texts, PageContexts contexts, Clock clock) {
        this.desk = desk;
        this.people = people;
        this.texts = texts;
        this.contexts = contexts;
        this.clock = clock;
    }

    @GetMapping("/people/gifts")
    ModelAndView list(GiftFilter filter) {
        return list(filter, Map.of(), HttpStatus.OK);
    }

    private ModelAndView list(GiftFilter filter, Map<String, Text> refusals, HttpStatus status) {
        ModelAndView page = new ModelAndView("gift/list")
                .addObject("listing", desk.list(filter))
                .addObject("limits", desk.limits())
                .addObject("refusals", refusals);
        page.setStatus(status);
        return page;
    }

    @PostMapping("/people/gifts")
    @Allowed({Role.DIRECTOR, Role.ADMINISTRATOR})
    ModelAndView limit(
            @RequestParam(defaultValue = "") String given,
            @RequestParam(defaultValue = "") String received,
            RedirectAttributes redirect) {
        Map<String, Text> refusals = desk.limit(given, received);
        if (!refusals.isEmpty()) {
            return list(new GiftFilter("", "", ""), refusals, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Flash.success(redirect, "gift.limitKept");
        return new ModelAndView("redirect:/people/gifts");
    }

    @GetMapping("/people/gifts.csv")
    void csv(GiftFilter filter, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = contexts.locale(request);
        List<List<String>> rows = desk.list(filter).gifts().stream()
                .map(gift -> row(gift, locale))
                .toList();
        CsvAnswer.write(
                response,
                "gifts.csv",
                Stream.of(
                                "on",
                                "person",
                                "account",
                                "direction",
                                "kind",
                                "colleague",
                                "worth",
                                "occasion",
                                "state",
                                "struckBecause")
                        .map(column -> texts.get(locale, "gift." + column))
                        .toList(),
                rows.stream());
    }

    private List<String> row(Gift gift, Locale locale) {
        return List.of(
                gift.givenOn().toString(),
                Objects.requireNonNullElse(gift.name(), "#" + gift.personId()),
                Objects.requireNonNullElse(gift.accountCode(), ""),
                texts.get(locale, gift.directionKey()),
                texts.get(locale, gift.kindKey()),
                Objects.requireNonNullElse(gift.colleagueName(), texts.get(locale, "person.localOperator")),
                new Money(gift.worth()).toDecimal().toPlainString(),
                Objects.requireNonNullElse(gift.occasion(), ""),
                texts.get(locale, gift.stateKey()),
                Objects.requireNonNullElse(gift.struckBecause(), ""));
    }

    @GetMapping("/people/{id}/gifts")
    ModelAndView person(@PathVariable long id) {
        PersonFile file = people.at(id);
        String account =
                file.held().stream().findFirst().map(Position::accountCode).orElse("");
        return page(file, GiftForm.empty(account, LocalDate.now(clock)), Map.of());
    }

    @PostMapping("/people/{id}/gifts")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    ModelAndView add(@PathVariable long id, GiftForm form, RedirectAttributes redirect) {
        GiftDesk.Answer answer = desk.add(id, form);
        if (!answer.refusals().isEmpty()) {
            ModelAndView again = page(people.at(id), form, answer.refusals());
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Flash.success(redirect, answer.asked() == null ? "gift.added" : "gift.asked");
        return new ModelAndView("redirect:/people/" + id + "/gifts");
    }

    @PostMapping("/people/{id}/gifts/{gift:\\d+}/striking")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    ModelAndView strike(
            @PathVariable long id,
            @PathVariable long gift,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes redirect) {
        desk.strike(id, gift, why);
        Flash.success(redirect, "gift.isStruck");
        return new ModelAndView("redirect:/people/" + id + "/gifts");
    }

    private ModelAndView page(PersonFile file, GiftForm form, Map<String, Text> refusals) {
        return new ModelAndView("gift/person")
                .addObject("file", file)
                .addObject("gifts", desk.of(file.person().id()))
                .addObject("limits", desk.limits())
                .addObject("form", form)
                .addObject("refusals", refusals);
    }
}
