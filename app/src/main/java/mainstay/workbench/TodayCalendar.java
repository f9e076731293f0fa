package mainstay.workbench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import mainstay.shared.CalendarSource;
import mainstay.shared.WorkSource.Work;
import mainstay.shared.web.PageContext;
import mainstay.shared.web.PageContexts;
import org.springframework.stereotype.Component;

/// What waits on Today and has a day, for calendars. What is told within the application only stays there, and so does
/// money.
@Component
class TodayCalendar implements CalendarSource {

    private final TodayDesk desk;
    private final PageContexts pages;

    TodayCalendar(TodayDesk desk, PageContexts pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @Override
    public String code() {
        return "today";
    }

    @Override
    public String nameKey() {
        return "today.calendar";
    }

    @Override
    public List<Entry> entries(Locale language) {
        PageContext page = pages.inWords(language);
        Set<String> inside = desk.rulesInside();
        return desk.today().entries().stream()
                .filter(work -> !inside.contains(work.rule()))
                .map(Work::told)
                .flatMap(work -> entry(page, work))
                .toList();
    }

    private static Stream<Entry> entry(PageContext page, Work work) {
        LocalDate day = work.dueOn();
        return day == null
                ? Stream.empty()
                : Stream.of(new Entry(
                        uid(work),
                        day,
                        Wording.on(page, work.titleKey(), work.titleArguments()),
                        Wording.on(page, work.reasonKey(), work.reasonArguments()),
                        work.link()));
    }

    /// What an entry is about may hold anything.
    private static String uid(Work work) {
        return work.rule() + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(work.subject().getBytes(StandardCharsets.UTF_8))
                + "@mainstay";
    }
}
