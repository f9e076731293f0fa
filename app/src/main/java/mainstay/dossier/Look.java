package mainstay.dossier;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import mainstay.identity.Level;
import org.jspecify.annotations.Nullable;

/// What somebody is about to see of an archive.
///
/// @param where  `page`, `history`, `board`, `timeline`, `card`, `brief`, `document`, `search`, `print`,
/// `export`, `api`, `person` or `disclosure`
/// @param parts  codes of parts
/// @param level  the highest of what is shown
/// @param detail a field, a day; null where there is nothing to add
public record Look(
        long account,
        String where,
        List<String> parts,
        Level level,
        @Nullable String detail) {

    /// Of what is shown, what has to be known later: nothing where nothing of it is confidential.
    public static Optional<Look> of(long account, String where, Collection<Field> shown, @Nullable String detail) {
        List<Field> confidential = shown.stream()
                .filter(field -> field.sensitivity().compareTo(Level.FULL) >= 0)
                .toList();
        return confidential.stream()
                .map(Field::sensitivity)
                .max(Level::compareTo)
                .map(level -> new Look(
                        account,
                        where,
                        confidential.stream()
                                .map(field -> field.part().code())
                                .distinct()
                                .sorted()
                                .toList(),
                        level,
                        detail));
    }
}
