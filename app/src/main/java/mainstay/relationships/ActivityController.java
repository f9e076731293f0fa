package mainstay.relationships;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mainstay.activity.Activities;
import mainstay.activity.Activity;
import mainstay.activity.ActivityForm;
import mainstay.activity.NoteUse;
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
@RequestMapping("/activities")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
class ActivityController {

    private final ActivityDesk desk;
    private final Activities activities;
    private final ActivityLines lines;
    private final ActivityPages pages;
    private final ActivityHistories histories;
    private final List<NoteUse> uses;

    ActivityController(
            ActivityDesk desk,
            Activities activities,
            ActivityLines lines,
            ActivityPages pages,
            ActivityHistories histories,
            List<NoteUse> uses) {
        this.desk = desk;
        this.activities = activities;
        this.lines = lines;
        this.pages = pages;
        this.histories = histories;
        this.uses =
                uses.stream().sorted(Comparator.comparingInt(NoteUse::order)).toList();
    }

    @GetMapping("/new")
    ModelAndView fresh(@RequestParam(defaultValue = "") String account) {
        return form(pages.fresh(account.strip()), HttpStatus.OK);
    }

    private static ModelAndView form(ActivityPage form, HttpStatus status) {
        ModelAndView page = new ModelAndView("relationships/form", Map.of("form", form));
        page.setStatus(status);
        return page;
    }

    @PostMapping
    @ChecksText
    ModelAndView add(ActivityForm form, RedirectAttributes redirect) {
        return switch (desk.add(form, "page")) {
            case ActivityOutcome.Kept kept -> done(kept, "activity.kept", redirect);
            case ActivityOutcome.Refused refused ->
                form(pages.page(form, null, refused.refusals(), List.of(), false), HttpStatus.UNPROCESSABLE_CONTENT);
            case ActivityOutcome.Ambiguous ambiguous ->
                form(pages.page(form, null, Map.of(), ambiguous.questions(), false), HttpStatus.UNPROCESSABLE_CONTENT);
            case ActivityOutcome.Overtaken overtaken -> throw new IllegalStateException("nothing stood there before");
        };
    }

    private static ModelAndView done(ActivityOutcome.Kept kept, String key, RedirectAttributes redirect) {
        if (kept.beside().isEmpty()) {
            Flash.success(redirect, key);
        } else {
            Flash.warning(redirect, "activity.beside", kept.beside().getFirst().subject());
        }
        return new ModelAndView("redirect:" + Activity.pathOf(kept.id()));
    }

    @GetMapping("/{id:\\d+}")
    @Allowed.Everyone
    ModelAndView one(@PathVariable long id) {
        return page(id, Map.of(), HttpStatus.OK);
    }

    private ModelAndView page(long id, Map<String, Text> refusals, HttpStatus status) {
        ActivityLine line = lines.of(List.of(at(id))).getFirst();
        ModelAndView page = new ModelAndView("relationships/activity")
                .addObject("line", line)
                .addObject("history", histories.of(line.activity()))
                .addObject("uses", line.mayChange() ? usesOf(line) : List.of())
                .addObject("refusals", refusals);
        page.setStatus(status);
        return page;
    }

    private Activity at(long id) {
        return activities.byId(id).orElseThrow(() -> new Problem.NotFound("activity.unknown", String.valueOf(id)));
    }

    private List<PossibleUse> usesOf(ActivityLine line) {
        Activity activity = line.activity();
        String text = Objects.requireNonNullElse(activity.notes(), activity.subject());
        return Stream.concat(Stream.ofNullable(line.account()), line.named().stream())
                .distinct()
                .flatMap(place -> uses.stream()
                        .flatMap(use -> use
                                .path(new NoteUse.Note(
                                        activity.id(),
                                        place.code(),
                                        text,
                                        activity.onDay(),
                                        activity.recordedBy(),
                                        activity.people()))
                                .map(path -> new PossibleUse(use.key(), path, place.name()))
                                .stream()))
                .toList();
    }

    @GetMapping("/{id:\\d+}/edit")
    ModelAndView edit(@PathVariable long id) {
        Activity activity = at(id);
        if (activity.isCancelled()) {
            throw new Problem.Conflict("activity.isCancelled");
        }
        if (!ActivityDesk.mayChange(activity)) {
            throw new Problem.Forbidden("activity.notYourOwn");
        }
        return form(pages.of(activity), HttpStatus.OK);
    }

    @PostMapping("/{id:\\d+}")
    @ChecksText
    ModelAndView change(@PathVariable long id, ActivityForm form, RedirectAttributes redirect) {
        return switch (desk.change(id, form)) {
            case ActivityOutcome.Kept kept -> done(kept, "activity.changed", redirect);
            case ActivityOutcome.Refused refused ->
                form(pages.page(form, at(id), refused.refusals(), List.of(), false), HttpStatus.UNPROCESSABLE_CONTENT);
            case ActivityOutcome.Ambiguous ambiguous ->
                form(
                        pages.page(form, at(id), Map.of(), ambiguous.questions(), false),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case ActivityOutcome.Overtaken overtaken -> overtaken(form, overtaken.now());
        };
    }

    /// What the other one wrote stands beside what was typed; sent once more, that counts.
    private ModelAndView overtaken(ActivityForm form, Activity now) {
        return form(pages.page(form.seeing(now.revision()), now, Map.of(), List.of(), true), HttpStatus.CONFLICT)
                .addObject("now", lines.of(List.of(now)).getFirst());
    }

    @PostMapping("/{id:\\d+}/cancellation")
    ModelAndView cancel(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        return ended(id, desk.cancel(id, seen, reason), "activity.cancelled", redirect);
    }

    @PostMapping("/{id:\\d+}/completion")
    ModelAndView complete(
            @PathVariable long id, @RequestParam(defaultValue = "") String seen, RedirectAttributes redirect) {
        return ended(id, desk.done(id, seen), "activity.completed", redirect);
    }

    private ModelAndView ended(long id, ActivityOutcome outcome, String key, RedirectAttributes redirect) {
        return switch (outcome) {
            case ActivityOutcome.Refused refused -> page(id, refused.refusals(), HttpStatus.UNPROCESSABLE_CONTENT);
            case ActivityOutcome.Overtaken overtaken -> {
                Flash.warning(redirect, "activity.moved");
                yield new ModelAndView("redirect:" + Activity.pathOf(id));
            }
            case ActivityOutcome.Kept kept -> done(kept, key, redirect);
            case ActivityOutcome.Ambiguous ambiguous -> throw new IllegalStateException("no note was written");
        };
    }
}
