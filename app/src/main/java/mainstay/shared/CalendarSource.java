package mainstay.shared;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// Days that the signed-in person has before them, for a calendar of their own that programs subscribe to.
public interface CalendarSource {

    /// Word in its address: small letters.
    String code();

    /// Message key of its name.
    String nameKey();

    List<Entry> entries(Locale language);

    /// A whole day.
    ///
    /// @param uid         stable name, by which calendars know it again
    /// @param description may be empty
    /// @param path        where it is done
    record Entry(String uid, LocalDate day, String title, String description, String path) {}
}
