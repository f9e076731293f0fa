package mainstay.ledger;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import mainstay.ledger.ImportRequest.BadRows;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.ledger.file.Reading;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What somebody chose for a file, in a form that can be kept. What is null is left to looking at the file.
///
/// @param maps header, calculation or constant of a field; an empty one leaves the field out
public record ImportChoices(
        @Nullable String kind,
        @Nullable String profile,
        Map<String, String> maps,
        @Nullable String dateFormat,
        @Nullable String charset,
        @Nullable String separator,
        @Nullable String sheet,
        @Nullable String source,
        boolean skipsBadRows) {

    static final ImportChoices NONE = new ImportChoices(null, null, Map.of(), null, null, null, null, null, false);

    public ImportChoices {
        maps = maps == null ? Map.of() : new LinkedHashMap<>(maps);
    }

    static ImportChoices of(ImportRequest request) {
        MappingWish wish = request.wish();
        Charset charset = wish.reading().charset();
        Character separator = wish.reading().separator();
        return new ImportChoices(
                wish.kind().map(Kind::code).orElse(null),
                wish.profile(),
                wish.maps(),
                wish.dateFormat(),
                charset == null ? null : charset.name(),
                separator == null ? null : separator.toString(),
                wish.reading().sheet(),
                request.source(),
                !request.refusesBadRows());
    }

    ImportChoices ofKind(@Nullable String other) {
        return new ImportChoices(other, profile, maps, dateFormat, charset, separator, sheet, source, skipsBadRows);
    }

    ImportChoices skippingBadRows(boolean skips) {
        return new ImportChoices(kind, profile, maps, dateFormat, charset, separator, sheet, source, skips);
    }

    /// Another file may be written in another way, though its columns are the same.
    ImportChoices lookedAtAnew() {
        return new ImportChoices(kind, profile, maps, dateFormat, null, null, null, source, skipsBadRows);
    }

    /// After saving a profile: it says all that was chosen by hand.
    ImportChoices by(String named) {
        return new ImportChoices(kind, named, Map.of(), null, charset, separator, sheet, source, skipsBadRows);
    }

    MappingWish wish(@Nullable Path lookup) {
        return new MappingWish(
                Optional.ofNullable(kind).flatMap(Kind::of), profile, maps, dateFormat, lookup, reading());
    }

    ImportRequest request(Path file, String fileName, @Nullable Path lookup, @Nullable Long replaces) {
        BadRows badRows = skipsBadRows ? BadRows.SKIP : BadRows.REFUSE;
        return new ImportRequest(file, fileName, wish(lookup), badRows, replaces, source, false);
    }

    private Reading reading() {
        return new Reading(
                charset == null ? null : Charset.forName(charset),
                separator == null || separator.isEmpty() ? null : separator.charAt(0),
                sheet);
    }

    String toJson() {
        return JsonMapper.shared().writeValueAsString(this);
    }

    static ImportChoices fromJson(@Nullable String json) {
        return json == null ? NONE : JsonMapper.shared().readValue(json, ImportChoices.class);
    }
}
