package mainstay.workbench.digest;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import mainstay.shared.WorkSource.Work;
import mainstay.shared.web.PageContext;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.PublicAddress;
import mainstay.workbench.Today;
import mainstay.workbench.TodayDesk;
import mainstay.workbench.Wording;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Puts the list of the person for whom this runs into a mail, in that person's language. What is told within the
/// application only is counted.
@Component
class DigestWriter {

    private static final int MOST = 25;
    private static final String NEW_LINE = "\r\n";

    private final TodayDesk desk;
    private final PageContexts pages;
    private final Clock clock;
    private final String address;

    DigestWriter(
            TodayDesk desk,
            PageContexts pages,
            PublicAddress address,
            Clock clock,
            @Value("${server.port:8080}") int port) {
        this.desk = desk;
        this.pages = pages;
        this.clock = clock;
        this.address = address.url().isBlank()
                ? "http://127.0.0.1:" + port
                : address.url().strip().replaceAll("/+$", "");
    }

    Mail write(String name, Locale language) {
        PageContext page = pages.inWords(language);
        Today today = desk.today();
        List<Work> told =
                today.entries().stream().filter(desk.staysInside().negate()).toList();
        StringBuilder text = new StringBuilder();
        line(text, page.t("digest.hello", name));
        line(text, "");
        int shown = 0;
        for (Today.Group group : today.groups()) {
            List<Work> ofGroup = group.entries().stream()
                    .filter(told::contains)
                    .limit(MOST - shown)
                    .toList();
            if (!ofGroup.isEmpty()) {
                line(text, page.t(group.titleKey()).toUpperCase(language));
                ofGroup.forEach(work -> entry(text, page, work.told()));
            }
            shown += ofGroup.size();
        }
        if (told.size() > shown) {
            line(text, page.t("digest.more", told.size() - shown));
        }
        if (today.size() > told.size()) {
            line(text, page.t("digest.inside", today.size() - told.size()));
        }
        line(text, "");
        line(text, page.t("digest.all") + " " + address + "/today");
        line(text, page.t("digest.stop") + " " + address + "/today/digest");
        return new Mail(
                page.t("digest.subject", today.size(), page.date(LocalDate.now(clock))), text.toString(), today.size());
    }

    /// Why nothing is sent to an address that the operator takes no longer.
    String refused(String domains, Locale language) {
        return pages.inWords(language).t("digest.badDomain", domains);
    }

    private void entry(StringBuilder text, PageContext page, Work work) {
        Long money = work.money();
        String title = Wording.on(page, work.titleKey(), work.titleArguments());
        line(text, "* " + title + (money == null ? "" : "  " + page.money(money) + " " + page.currency()));
        line(text, "  " + Wording.on(page, work.reasonKey(), work.reasonArguments()));
        line(text, "  " + address + work.link());
        line(text, "");
    }

    /// A name may hold anything but must not begin a line of its own.
    private static void line(StringBuilder text, String words) {
        text.append(words.replaceAll("[\\r\\n]+", " ")).append(NEW_LINE);
    }
}
