package mainstay.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import mainstay.shared.web.Flash;
import mainstay.shared.web.PageContexts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/settings/firm")
@Allowed(Role.ADMINISTRATOR)
class FirmController {

    private final FirmDesk desk;
    private final PageContexts contexts;
    private final Clock clock;

    FirmController(FirmDesk desk, PageContexts contexts, Clock clock) {
        this.desk = desk;
        this.contexts = contexts;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView page(HttpServletRequest request) {
        return page(desk.settings(), Map.of(), contexts.locale(request));
    }

    @PostMapping
    ModelAndView save(
            @RequestParam String name,
            @RequestParam String currency,
            @RequestParam String timeZone,
            @RequestParam int fiscalYearStart,
            @RequestParam String size,
            @RequestParam String nameOrder,
            @RequestParam(defaultValue = "") List<String> workingDays,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        String days = workingDays.stream().sorted().collect(Collectors.joining());
        FirmSettings wanted = new FirmSettings(name, currency, timeZone, fiscalYearStart, size, nameOrder, days, true);
        Map<String, String> refusals = desk.settle(wanted);
        if (refusals.isEmpty()) {
            Flash.success(redirect, "firm.saved");
            return new ModelAndView("redirect:/");
        }
        ModelAndView again = page(wanted, refusals, contexts.locale(request));
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private ModelAndView page(FirmSettings settings, Map<String, String> refusals, Locale language) {
        return new ModelAndView("identity/firm")
                .addObject("settings", settings)
                .addObject("refusals", refusals)
                .addObject("usualCurrencies", Currencies.usual(language))
                .addObject("otherCurrencies", Currencies.others(language, settings.currency()))
                .addObject("zones", TimeZones.offered(clock.instant(), language, settings.timeZone()));
    }
}
