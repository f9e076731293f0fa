package mainstay.dossier.personal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Somebody without a position since long.
public record LongGone(long personId, String name, @Nullable String latinName, LocalDate lastOn) {}
