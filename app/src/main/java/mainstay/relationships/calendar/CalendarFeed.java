package mainstay.relationships.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import mainstay.activity.Activities;
import mainstay.activity.Activity;
import mainstay.identity.Acting;
import mainstay.relationships.ActivityLine;
import mainstay.relationships.ActivityLines;
import mainstay.shared.CalendarSource;
import mainstay.shared.web.PublicAddress;
import mainstay.shared.web.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The own calendars: what one takes part in, and what other modules contribute, as far as one may see it now.
@Service
@Transactional(readOnly = true)
class CalendarFeed {

    private static final int MONTHS_BACK = 12;
    private static final int MOST = 3_000;

    private final Activities activities;
    private final ActivityLines lines;
    private final PublicAddress address;
    private final Texts texts;
    private final List<CalendarSource> sources;
    private final Clock clock;

    CalendarFeed(
            Activities activities,
            ActivityLines lines,
            PublicAddress address,
            Texts texts,
            List<CalendarSource> sources,
            Clock clock) {
        this.activities = activities;
        this.lines = lines;
        this.address = address;
        this.texts = texts;
        this.sources = sources;
        this.clock = clock;
    }

    /// Of the person for whom this runs.
    public String own(Locale language) {
        Long self = Objects.requireNonNull(Acting.actor().id());
        LocalDate since = LocalDate.now(clock).minusMonths(MONTHS_BACK);
        List<Activity> own = activities.of(self, since, MOST);
        CalendarText calendar = new CalendarText(texts.get(language, "calendar.name"));
        String root = root();
        for (ActivityLine line : lines.of(own)) {
            ActivityLine.Place account = line.account();
            Activity one = line.activity();
            calendar.event(
                    one,
                    texts.get(language, one.kindKey()) + ": " + one.subject(),
                    account == null ? "" : account.name(),
                    line.isNoted() ? Objects.requireNonNullElse(one.notes(), "") : "",
                    root.isEmpty() ? "" : root + one.path());
        }
        return calendar.end();
    }

    private String root() {
        return address.url().strip().replaceAll("/+$", "");
    }

    /// What else somebody contributes for the same person; nothing where nobody does under this word.
    public Optional<String> other(String code, Locale language) {
        return sources.stream()
                .filter(source -> source.code().equals(code))
                .findFirst()
                .map(source -> other(source, language));
    }

    private String other(CalendarSource source, Locale language) {
        CalendarText calendar = new CalendarText(texts.get(language, source.nameKey()));
        String root = root();
        source.entries(language)
                .forEach(entry -> calendar.day(
                        entry.uid(),
                        clock.instant(),
                        entry.day(),
                        entry.title(),
                        entry.description(),
                        root.isEmpty() ? "" : root + entry.path()));
        return calendar.end();
    }

    /// Words of the other calendars, with the keys of their names.
    Map<String, String> others() {
        Map<String, String> others = new TreeMap<>();
        sources.forEach(source -> others.put(source.code(), source.nameKey()));
        return others;
    }
}
