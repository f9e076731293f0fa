package mainstay.shared.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A figure that opens: what it means, how this one came about, and the rows behind it.
///
/// @param value      a dash where unknown
/// @param note       beside the value, as the figure it is compared with; an empty key for none
/// @param period     what days it is about
/// @param how        sentences with the figures it was computed from
/// @param definition page that defines it
/// @param parts      address where it is taken apart; null where it cannot be
/// @param rows       address of its rows; null where it has none of its own
public record Door(
        Text name,
        Text value,
        Text note,
        Text period,
        List<Text> how,
        String definition,
        @Nullable String parts,
        @Nullable String rows) {

    public static final Text NO_NOTE = Text.of("");

    /// What a figure is without data.
    public static final Text UNKNOWN = Text.of("door.unknown");

    public boolean isNoted() {
        return !note.key().isEmpty();
    }
}
