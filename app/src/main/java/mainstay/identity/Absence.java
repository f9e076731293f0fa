package mainstay.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Somebody is away.
///
/// @param deputyId who stands in; null for nobody
/// @param firstDay included
/// @param lastDay  included
public record Absence(
        long id,
        long userId,
        @Nullable Long deputyId,
        @Nullable String deputy,
        LocalDate firstDay,
        LocalDate lastDay) {}
