package mainstay.approvals;

import java.time.Duration;
import mainstay.shared.web.PageContext;
import org.jspecify.annotations.Nullable;

/// Spans of time on pages: hours, and days where there are many.
public final class Spans {

    private static final int DAY = 24;
    private static final int MANY = 72;

    private Spans() {}

    public static String shown(PageContext page, @Nullable Duration span) {
        if (span == null) {
            return page.decimal(null, 1);
        }
        double hours = Hours.rounded(span);
        return hours < MANY
                ? page.t("approvals.hours", page.decimal(hours, hours < Hours.MANY ? 1 : 0))
                : page.t("approvals.days", page.decimal(hours / DAY, 1));
    }
}
