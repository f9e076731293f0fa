package mainstay.identity;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mainstay.shared.web.Flash;
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

    FirmController(FirmDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    ModelAndView page() {
        return page(desk.settings(), Map.of());
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
            RedirectAttributes redirect) {
        String days = workingDays.stream().sorted().collect(Collectors.joining());
        FirmSettings wanted = new FirmSettings(name, currency, timeZone, fiscalYearStart, size, nameOrder, days, true);
        Map<String, String> refusals = desk.settle(wanted);
        if (refusals.isEmpty()) {
            Flash.success(redirect, "firm.saved");
            return new ModelAndView("redirect:/");
        }
        ModelAndView again = page(wanted, refusals);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private static ModelAndView page(FirmSettings settings, Map<String, String> refusals) {
        return new ModelAndView("identity/firm")
                .addObject("settings", settings)
                .addObject("refusals", refusals)
                .addObject("currencies", currencies())
                .addObject(
                        "zones",
                        new TreeSet<>(ZoneId.getAvailableZoneIds()).stream().toList());
    }

    private static List<String> currencies() {
        return Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .sorted()
                .toList();
    }
}
