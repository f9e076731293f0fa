package mainstay.relationships.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import mainstay.activity.Activities;
import mainstay.activity.Activity;
import mainstay.identity.Acting;
import mainstay.relationships.ActivityLine;
import mainstay.relationships.ActivityLines;
import mainstay.shared.web.PublicAddress;
import mainstay.shared.web.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The own calendar: what one takes part in, as far as one may see it now.
@Service
@Transactional(readOnly = true)
class CalendarFeed {

    private static final int MONTHS_BACK = 12;
    private static final int MOST = 3_000;

    private final Activities activities;
    private final ActivityLines lines;
    private final PublicAddress address;
    private final Texts texts;
    private final Clock clock;

    CalendarFeed(Activities activities, ActivityLines lines, PublicAddress address, Texts texts, Clock clock) {
        this.activities = activities;
        this.lines = lines;
        this.address = address;
        this.texts = texts;
        this.clock = clock;
    }

    /// Of the person for whom this runs.
    public String own(Locale language) {
        Long self = Objects.requireNonNull(Acting.actor().id());
        LocalDate since = LocalDate.now(clock).minusMonths(MONTHS_BACK);
        List<Activity> own = activities.of(self, since, MOST);
        CalendarText calendar = new CalendarText(texts.get(language, "calendar.name"));
        String root = address.url().strip().replaceAll("/+$", "");
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
}
