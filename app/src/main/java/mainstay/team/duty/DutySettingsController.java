package mainstay.team.duty;

import java.util.Map;
import java.util.Optional;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.web.Flash;
import mainstay.shared.web.Text;
import mainstay.team.energy.EnergySettingsDesk;
import mainstay.team.energy.Leaders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/settings/team")
@Allowed({Role.DIRECTOR, Role.ADMINISTRATOR})
class DutySettingsController {

    private final DutySettings settings;
    private final Assigning assigning;
    private final EnergySettingsDesk energy;
    private final Leaders leaders;

    DutySettingsController(DutySettings settings, Assigning assigning, EnergySettingsDesk energy, Leaders leaders) {
        this.settings = settings;
        this.assigning = assigning;
        this.energy = energy;
        this.leaders = leaders;
    }

    @GetMapping
    ModelAndView page() {
        return page(Map.of());
    }

    private ModelAndView page(Map<String, Text> refusals) {
        ModelAndView page = new ModelAndView("team/settings")
                .addObject("settings", settings.page())
                .addObject("energy", energy.current())
                .addObject("leaders", leaders.all())
                .addObject("refusals", refusals);
        if (!refusals.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    @PostMapping
    ModelAndView keep(
            @RequestParam(defaultValue = "") String weeklyHours,
            @RequestParam(defaultValue = "") String watchedFrom,
            RedirectAttributes redirect) {
        return done(settings.keep(weeklyHours.strip(), watchedFrom.strip()), redirect);
    }

    @PostMapping("/fields")
    ModelAndView add(DutySettings.FieldForm form, RedirectAttributes redirect) {
        return done(named("field-new", settings.field(null, form)), redirect);
    }

    @PostMapping("/fields/{id}")
    ModelAndView change(@PathVariable int id, DutySettings.FieldForm form, RedirectAttributes redirect) {
        return done(named("field-" + id, settings.field(id, form)), redirect);
    }

    /// @param field none for all fields that nobody else owns
    @PostMapping("/pool")
    ModelAndView pool(
            @RequestParam(required = false) @Nullable Integer field,
            @RequestParam(defaultValue = "") String user,
            RedirectAttributes redirect) {
        return done(named("pool", assigning.pool(field, user)), redirect);
    }

    /// What the firm wants of its time.
    @PostMapping("/energy")
    ModelAndView energy(EnergySettingsDesk.Form form, RedirectAttributes redirect) {
        return done(energy.keep(form), redirect);
    }

    /// @param leader none: nobody leads the person any more
    @PostMapping("/leaders")
    ModelAndView lead(
            @RequestParam(defaultValue = "") String user,
            @RequestParam(defaultValue = "") String leader,
            RedirectAttributes redirect) {
        return done(named("leader", leaders.lead(user, leader)), redirect);
    }

    private static Map<String, Text> named(String name, Optional<Text> refusal) {
        return refusal.map(why -> Map.of(name, why)).orElseGet(Map::of);
    }

    private ModelAndView done(Map<String, Text> refusals, RedirectAttributes redirect) {
        if (!refusals.isEmpty()) {
            return page(refusals);
        }
        Flash.success(redirect, "duty.settingsKept");
        return new ModelAndView("redirect:/settings/team");
    }
}
