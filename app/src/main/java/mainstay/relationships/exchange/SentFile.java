package mainstay.relationships.exchange;

import java.util.List;

/// A file that was read.
///
/// @param headers as they stand in it; none for a calendar
record SentFile(List<String> headers, List<SentActivity> rows) {

    static final int MOST = 2_000;

    boolean isCalendar() {
        return headers.isEmpty();
    }
}
