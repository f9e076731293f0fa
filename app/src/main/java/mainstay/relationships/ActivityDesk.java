package mainstay.relationships;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mainstay.activity.Activities;
import mainstay.activity.Activity;
import mainstay.activity.ActivityBook;
import mainstay.activity.ActivityForm;
import mainstay.activity.ActivityMoment;
import mainstay.activity.ActivityWish;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.relationships.ActivityReading.Reading;
import mainstay.shared.HarmlessText;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where activities are written down, corrected and cancelled.
@Service
@Transactional
public class ActivityDesk {

    private static final int LONGEST_REASON = 300;

    private final Activities activities;
    private final ActivityBook book;
    private final ActivityReading reading;
    private final Colleagues colleagues;
    private final Clock clock;

    ActivityDesk(
            Activities activities, ActivityBook book, ActivityReading reading, Colleagues colleagues, Clock clock) {
        this.activities = activities;
        this.book = book;
        this.reading = reading;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /// @param source `page`, `program` or `file`
    public ActivityOutcome add(ActivityForm form, String source) {
        return add(form, source, null);
    }

    /// @param uid by which the calendar or file it comes from knows it; null: it gets one of its own
    public ActivityOutcome add(ActivityForm form, String source, @Nullable String uid) {
        Optional<Long> before = activities.bySubmission(form.submissionOrNew());
        if (before.isPresent()) {
            return new ActivityOutcome.Kept(before.get(), false, List.of());
        }
        Reading read = reading.of(form, null);
        ActivityWish wish = read.wish();
        if (wish == null) {
            return refusal(read);
        }
        Map<String, Text> full = full(wish, null);
        if (!full.isEmpty()) {
            return new ActivityOutcome.Refused(full);
        }
        ActivityBook.Origin origin = new ActivityBook.Origin(source, uid, form.submissionOrNew());
        return book.add(wish, origin)
                .map(id -> kept(id, true))
                .orElseGet(() -> activities
                        .bySubmission(origin.submission())
                        .map(id -> kept(id, false))
                        .orElse(new ActivityOutcome.Kept(0, false, List.of())));
    }

    private static ActivityOutcome refusal(Reading read) {
        return read.questions().isEmpty()
                ? new ActivityOutcome.Refused(read.refusals())
                : new ActivityOutcome.Ambiguous(read.questions());
    }

    private ActivityOutcome.Kept kept(long id, boolean fresh) {
        Long self = Acting.actor().id();
        Optional<Activity> one = activities.byId(id);
        List<Activity> beside =
                self != null && one.isPresent() && one.get().users().contains(self)
                        ? book.beside(self, one.get())
                        : List.of();
        return new ActivityOutcome.Kept(id, fresh, beside);
    }

    private Map<String, Text> full(ActivityWish wish, @Nullable Activity before) {
        Set<Long> users = new HashSet<>(wish.users());
        if (before != null) {
            users.addAll(before.users());
        }
        book.hold(users);
        return book.overfull(wish, before == null ? null : before.id())
                .map(over -> Map.of("minutes", Text.of("activity.wrong.full", name(over.user()), over.day())))
                .orElse(Map.of());
    }

    private String name(long user) {
        Colleague one = colleagues.byIds(List.of(user)).get(user);
        return one == null ? "#" + user : one.fullName();
    }

    public ActivityOutcome change(long id, ActivityForm form) {
        Activity before = held(id);
        if (isSentAgain(before, form)) {
            return new ActivityOutcome.Kept(id, false, List.of());
        }
        if (isOvertaken(before, form.of("seen"))) {
            return new ActivityOutcome.Overtaken(before);
        }
        if (before.isCancelled()) {
            throw new Problem.Conflict("activity.isCancelled");
        }
        Reading read = reading.of(form, before);
        ActivityWish wish = read.wish();
        if (wish == null) {
            return refusal(read);
        }
        Map<String, Text> full = full(wish, before);
        if (!full.isEmpty()) {
            return new ActivityOutcome.Refused(full);
        }
        book.change(before, wish);
        return kept(id, true);
    }

    /// The activity that this form made: sent again by a slow hand, it changes nothing.
    private boolean isSentAgain(Activity before, ActivityForm form) {
        return activities
                .bySubmission(form.submissionOrNew())
                .filter(known -> known == before.id())
                .isPresent();
    }

    /// @param seen revision that the writer saw
    public ActivityOutcome cancel(long id, String seen, String reason) {
        Activity before = held(id);
        if (before.isCancelled()) {
            return new ActivityOutcome.Kept(id, false, List.of());
        }
        if (isOvertaken(before, seen)) {
            return new ActivityOutcome.Overtaken(before);
        }
        String why = reason.strip();
        if (why.isEmpty() || why.codePointCount(0, why.length()) > LONGEST_REASON || !HarmlessText.is(why)) {
            return new ActivityOutcome.Refused(Map.of("reason", Text.of("activity.wrong.reason", LONGEST_REASON)));
        }
        book.cancel(before, why);
        return new ActivityOutcome.Kept(id, true, List.of());
    }

    /// What was planned took place as planned.
    public ActivityOutcome done(long id, String seen) {
        Activity before = held(id);
        if (!before.isPlanned()) {
            return new ActivityOutcome.Kept(id, false, List.of());
        }
        if (isOvertaken(before, seen)) {
            return new ActivityOutcome.Overtaken(before);
        }
        boolean ahead = before.dayOnly()
                ? before.onDay()
                        .isAfter(ActivityMoment.of(clock.instant(), clock.getZone())
                                .onDay())
                : before.startsAt().isAfter(clock.instant());
        if (ahead) {
            return new ActivityOutcome.Refused(Map.of("state", Text.of("activity.wrong.ahead")));
        }
        book.done(before);
        return new ActivityOutcome.Kept(id, true, List.of());
    }

    private static boolean isOvertaken(Activity before, String seen) {
        return !seen.equals(String.valueOf(before.revision()));
    }

    private Activity held(long id) {
        if (activities.byId(id).isEmpty()) {
            throw new Problem.NotFound("activity.unknown", String.valueOf(id));
        }
        return activities
                .held(id)
                .filter(ActivityDesk::mayChange)
                .orElseThrow(() -> new Problem.Forbidden("activity.notYourOwn"));
    }

    /// Who took part or wrote it down, and whoever sees everything.
    static boolean mayChange(Activity activity) {
        Actor actor = Acting.actor();
        Long self = actor.id();
        return actor.role() != Role.VIEWER
                && (actor.reaches(Level.FULL)
                        || (self != null && (activity.users().contains(self) || self.equals(activity.recordedById()))));
    }

    /// The code of the one account that a text names; empty where it names none, or several.
    @Transactional(readOnly = true)
    public String accountNamed(String text) {
        return reading.accountNamed(text);
    }

    /// Which of some names of calendars are known already.
    @Transactional(readOnly = true)
    public Set<String> known(Collection<String> uids) {
        return activities.known(uids);
    }
}
