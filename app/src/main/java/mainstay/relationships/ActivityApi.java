package mainstay.relationships;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import mainstay.activity.Activities;
import mainstay.activity.Activity;
import mainstay.activity.ActivityForm;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.relationships.ActivityJson.PageJson;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/activities")
@Tag(name = "Activities")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
class ActivityApi {

    private static final int LARGEST = 200;

    private final ActivityDesk desk;
    private final ActivityLists lists;
    private final Activities activities;
    private final ActivityLines lines;

    ActivityApi(ActivityDesk desk, ActivityLists lists, Activities activities, ActivityLines lines) {
        this.desk = desk;
        this.lists = lists;
        this.activities = activities;
        this.lines = lines;
    }

    /// An activity to write down, or how one is to be from now on.
    ///
    /// @param account    code; none for what stays inside the firm
    /// @param state      `planned` or `done`; follows from the moment where it is not said
    /// @param day        where nobody knows the time
    /// @param start      moment with its difference from UTC, for instance 2026-11-16T09:00:00+08:00; or a day
    /// @param colleagues names by which they sign in; none: the owner of the token
    /// @param people     numbers of people of the account
    /// @param seen       revision that was read; for a change only
    /// @param begunBy    `us` or `them`, who wanted it; none: not known
    /// @param submission UUID of the program's own choice: sent twice, it makes one activity
    record NewActivity(
            @Nullable String account,
            @Nullable String kind,
            @Nullable String state,
            @Nullable String day,
            @Nullable String start,
            @Nullable Integer minutes,
            @Nullable Integer travelMinutes,
            @Nullable String subject,
            @Nullable String notes,
            @Nullable List<String> colleagues,
            @Nullable List<Long> people,
            @Nullable Integer seen,
            @Nullable String submission,
            @Nullable String begunBy) {

        /// Where words of the notes could mean several, nobody is meant: a program cannot be asked.
        ActivityForm form(List<String> meant) {
            List<Long> met = Objects.requireNonNullElse(people, List.<Long>of());
            return new ActivityForm(
                    account,
                    kind,
                    state,
                    day,
                    "",
                    start,
                    text(minutes),
                    text(travelMinutes),
                    subject,
                    notes,
                    colleagues,
                    met.stream().map(String::valueOf).toList(),
                    meant,
                    text(seen),
                    submission,
                    begunBy);
        }
    }

    /// @param seen   revision that was read
    /// @param reason why it does not take place
    record Cancellation(@Nullable Integer seen, @Nullable String reason) {}

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    @GetMapping
    @Allowed.Everyone
    PageJson list(ActivityQuery query, @RequestParam(defaultValue = "50") int size) {
        if (size < 1 || size > LARGEST) {
            throw new Problem.Invalid("accounts.badSize", size, LARGEST);
        }
        ActivityLists.Listing listing = lists.page(query, size);
        return new PageJson(
                listing.lines().stream().map(ActivityJson::of).toList(),
                listing.totals().activities(),
                listing.totals().minutes(),
                listing.totals().internal(),
                listing.next());
    }

    @GetMapping("/{id}")
    @Allowed.Everyone
    ActivityJson one(@PathVariable long id) {
        return ActivityJson.of(lines.of(List.of(at(id))).getFirst());
    }

    private Activity at(long id) {
        return activities.byId(id).orElseThrow(() -> new Problem.NotFound("activity.unknown", String.valueOf(id)));
    }

    @PostMapping
    ResponseEntity<ActivityJson> add(@RequestBody NewActivity wanted) {
        ActivityOutcome outcome = desk.add(wanted.form(List.of()), "program");
        if (outcome instanceof ActivityOutcome.Ambiguous ambiguous) {
            outcome = desk.add(wanted.form(nobody(ambiguous)), "program");
        }
        ActivityJson kept = one(kept(outcome));
        return ResponseEntity.created(URI.create("/api/v1/activities/" + kept.id()))
                .body(kept);
    }

    @PutMapping("/{id}")
    ActivityJson change(@PathVariable long id, @RequestBody NewActivity wanted) {
        ActivityOutcome outcome = desk.change(id, wanted.form(List.of()));
        if (outcome instanceof ActivityOutcome.Ambiguous ambiguous) {
            outcome = desk.change(id, wanted.form(nobody(ambiguous)));
        }
        return one(kept(outcome));
    }

    @PostMapping("/{id}/cancellation")
    ActivityJson cancel(@PathVariable long id, @RequestBody Cancellation wanted) {
        return one(kept(desk.cancel(id, text(wanted.seen()), text(wanted.reason()))));
    }

    private static List<String> nobody(ActivityOutcome.Ambiguous ambiguous) {
        return ambiguous.questions().stream().map(Question::nobody).collect(Collectors.toList());
    }

    private static long kept(ActivityOutcome outcome) {
        return switch (outcome) {
            case ActivityOutcome.Kept kept -> kept.id();
            case ActivityOutcome.Refused refused -> {
                Text first = refused.refusals().values().iterator().next();
                throw new Problem.Invalid(first.key(), first.arguments().toArray());
            }
            case ActivityOutcome.Overtaken overtaken -> throw new Problem.Conflict("activity.changedMeanwhile");
            case ActivityOutcome.Ambiguous ambiguous ->
                throw new Problem.Invalid(
                        "activity.ambiguous", ambiguous.questions().getFirst().words());
        };
    }
}
