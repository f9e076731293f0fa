package mainstay.approvals;

import java.time.Duration;

/// Spans of time in hours, as people say them.
final class Hours {

    private static final double SECONDS = 3600;
    static final int MANY = 10;

    private Hours() {}

    /// To a tenth where there are few, to whole ones from ten on.
    static double rounded(Duration span) {
        double hours = span.toSeconds() / SECONDS;
        return hours < MANY ? Math.round(hours * 10) / 10.0 : Math.round(hours);
    }
}
