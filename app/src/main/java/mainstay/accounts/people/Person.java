package mainstay.accounts.people;

import java.time.Instant;
import mainstay.shared.web.PageContext;
import org.jspecify.annotations.Nullable;

/// Somebody who works, or worked, at accounts.
///
/// @param code         by which another system knows the person
/// @param mergedIntoId who stands for the person
/// @param erasedAt     since when nothing is known but a number
public record Person(
        long id,
        @Nullable String code,
        String name,
        @Nullable String latinName,
        int revision,
        String addedBy,
        Instant addedAt,
        String changedBy,
        Instant changedAt,
        @Nullable Long mergedIntoId,
        @Nullable Instant erasedAt) {

    public static String pathOf(long id) {
        return "/people/" + id;
    }

    public String path() {
        return pathOf(id);
    }

    public boolean isErased() {
        return erasedAt != null;
    }

    public String called(PageContext page) {
        return isErased() ? page.t("people.erasedName", String.valueOf(id)) : name;
    }
}
