package mainstay.approvals;

import java.time.Duration;

/// Spans of time in hours, as people say them.
final class Hours {

    private static final double SECONDS = 3600;

    private Hours() {}

    /// To a tenth.
    static double rounded(Duration span) {
        return Math.round(span.toSeconds() / SECONDS * 10) / 10.0;
    }
}
