package mainstay.dossier;

import java.time.DateTimeException;
import java.util.Map;
import java.util.Objects;
import mainstay.shared.web.CalendarDays;
import mainstay.shared.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// A note that is about to become a fact.
///
/// @param path of the archive
/// @param on   day of the note
/// @param by   name by which its author signs in
public record NotedFact(String path, String text, String on, String by) {

    static NotedFact of(String path, @Nullable String text, @Nullable String on, @Nullable String by) {
        return new NotedFact(
                path,
                Objects.requireNonNullElse(text, "").strip(),
                Objects.requireNonNullElse(on, "").strip(),
                Objects.requireNonNullElse(by, "").strip());
    }

    /// Where the form of a field is filled in with it: its words where the field takes words.
    public String form(PageContext page, Field field) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/{field}")
                .queryParam("source", "{source}")
                .queryParam("observedOn", "{on}");
        if (field.kind() == FieldKind.TEXT) {
            address.queryParam("value", "{text}");
        }
        String filled = address.encode()
                .buildAndExpand(Map.of("field", field.code(), "source", source(page), "on", on, "text", text))
                .toUriString();
        return path + filled;
    }

    private String source(PageContext page) {
        return page.t("noteUse.source", page.person(by), day(page));
    }

    private String day(PageContext page) {
        try {
            return page.date(CalendarDays.day(on));
        } catch (DateTimeException unreadable) {
            return on;
        }
    }
}
