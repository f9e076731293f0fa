package mainstay.accounts.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.Problem;
import mainstay.shared.web.ChecksText;
import mainstay.shared.web.Flash;
import mainstay.shared.web.Text;
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
@RequestMapping("/people/{person}/positions")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
class PositionController {

    private final PersonFiles files;
    private final PersonDesk desk;
    private final Positions positions;
    private final Clock clock;

    PositionController(PersonFiles files, PersonDesk desk, Positions positions, Clock clock) {
        this.files = files;
        this.desk = desk;
        this.positions = positions;
        this.clock = clock;
    }

    @GetMapping("/new")
    ModelAndView fresh(@PathVariable long person, @RequestParam(defaultValue = "") String account) {
        PositionForm form = new PositionForm(
                account, "", "", "", "", "", "", PositionForm.empty().of("request"));
        return new ModelAndView("people/place", Map.of("file", files.at(person), "form", form, "refusals", Map.of()));
    }

    @PostMapping
    @ChecksText
    ModelAndView place(@PathVariable long person, PositionForm form, RedirectAttributes redirect) {
        if (desk.place(person, null, form) instanceof PersonOutcome.Refused refused) {
            ModelAndView again = new ModelAndView(
                    "people/place", Map.of("file", files.at(person), "form", form, "refusals", refused.refusals()));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return done(person, "people.placed", redirect);
    }

    @GetMapping("/{position}")
    ModelAndView position(@PathVariable long person, @PathVariable long position) {
        Position standing = standing(person, position);
        return page(person, standing, PositionForm.of(standing), moving(), Map.of(), false);
    }

    @PostMapping("/{position}")
    @ChecksText
    ModelAndView change(
            @PathVariable long person, @PathVariable long position, PositionForm form, RedirectAttributes redirect) {
        standing(person, position);
        return switch (desk.changePosition(position, form)) {
            case PersonOutcome.Refused refused -> {
                ModelAndView again = page(
                        person,
                        standing(person, position),
                        form,
                        moving(),
                        Map.of("change", refused.refusals()),
                        false);
                again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield again;
            }
            case PersonOutcome.Overtaken overtaken -> {
                Position now = standing(person, position);
                ModelAndView again = page(person, now, form.seeing(now), moving(), Map.of(), true);
                again.setStatus(HttpStatus.CONFLICT);
                yield again;
            }
            default -> done(person, "people.positionChanged", redirect);
        };
    }

    @PostMapping("/{position}/end")
    ModelAndView end(
            @PathVariable long person,
            @PathVariable long position,
            @RequestParam(defaultValue = "") String last,
            RedirectAttributes redirect) {
        Position standing = standing(person, position);
        if (desk.end(position, last) instanceof PersonOutcome.Refused refused) {
            ModelAndView again = page(
                    person, standing, PositionForm.of(standing), moving(), Map.of("end", refused.refusals()), false);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return done(person, "people.positionEnded", redirect);
    }

    @PostMapping("/{position}/move")
    ModelAndView move(
            @PathVariable long person,
            @PathVariable long position,
            @RequestParam(defaultValue = "") String last,
            PositionForm form,
            RedirectAttributes redirect) {
        Position standing = standing(person, position);
        if (desk.move(position, last, form) instanceof PersonOutcome.Refused refused) {
            ModelAndView again =
                    page(person, standing, PositionForm.of(standing), form, Map.of("move", refused.refusals()), false);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return done(person, "people.moved", redirect);
    }

    private static PositionForm moving() {
        return PositionForm.empty();
    }

    private Position standing(long person, long position) {
        return positions
                .byId(position)
                .filter(one -> one.personId() == person)
                .orElseThrow(() -> new Problem.NotFound("people.unknownPosition", String.valueOf(position)));
    }

    /// @param refusals by name of the form's field, by form
    private ModelAndView page(
            long person,
            Position position,
            PositionForm form,
            PositionForm to,
            Map<String, Map<String, Text>> refusals,
            boolean overtaken) {
        return new ModelAndView("people/position")
                .addObject("file", files.at(person))
                .addObject("position", position)
                .addObject("form", form)
                .addObject("to", to)
                .addObject("refusals", refusals)
                .addObject("overtaken", overtaken)
                .addObject("today", LocalDate.now(clock));
    }

    private static ModelAndView done(long person, String key, RedirectAttributes redirect) {
        Flash.success(redirect, key);
        return new ModelAndView("redirect:" + Person.pathOf(person));
    }
}
