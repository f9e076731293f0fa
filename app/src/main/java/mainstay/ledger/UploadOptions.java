package mainstay.ledger;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.ledger.ImportRequest.BadRows;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.ledger.file.Reading;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/// The options of an import as form fields, named as on the command line.
record UploadOptions(
        @Nullable String kind,
        @Nullable String profile,
        @Nullable List<String> map,
        @BindParam("date-format") @Nullable String dateFormat,
        @BindParam("bad-rows") @Nullable String badRows,
        @Nullable Long replace,
        @Nullable String source,
        @Nullable String sheet,
        @Nullable String encoding,
        @Nullable String delimiter,
        @BindParam("dry-run") @Nullable Boolean dryRun) {

    ImportRequest request(Path file, String fileName, @Nullable Path lookup) {
        if (blankToNull(dateFormat) != null && !MappingWish.isDatePattern(String.valueOf(dateFormat))) {
            throw wrong("date-format", String.valueOf(dateFormat));
        }
        MappingWish wish =
                new MappingWish(knownKind(), blankToNull(profile), maps(), blankToNull(dateFormat), lookup, reading());
        return new ImportRequest(
                file, fileName, wish, knownBadRows(), replace, blankToNull(source), Boolean.TRUE.equals(dryRun));
    }

    private Reading reading() {
        Charset charset = blankToNull(encoding) == null
                ? null
                : Reading.charset(String.valueOf(encoding))
                        .orElseThrow(() -> wrong("encoding", String.valueOf(encoding)));
        Character separator = delimiter == null || delimiter.isEmpty()
                ? null
                : Reading.separator(delimiter).orElseThrow(() -> wrong("delimiter", String.valueOf(delimiter)));
        return new Reading(charset, separator, blankToNull(sheet));
    }

    private Optional<Kind> knownKind() {
        if (kind == null || kind.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Kind.of(kind).orElseThrow(() -> wrong("kind", kind)));
    }

    private Map<String, String> maps() {
        Map<String, String> maps = new LinkedHashMap<>();
        for (String pair : map == null ? List.<String>of() : map) {
            int at = pair.indexOf('=');
            if (at <= 0 || !Kind.knowsField(pair.substring(0, at))) {
                throw wrong("map", pair);
            }
            maps.put(pair.substring(0, at), pair.substring(at + 1));
        }
        return maps;
    }

    private BadRows knownBadRows() {
        return switch (badRows == null ? "refuse" : badRows) {
            case "refuse", "" -> BadRows.REFUSE;
            case "skip" -> BadRows.SKIP;
            default -> throw wrong("bad-rows", String.valueOf(badRows));
        };
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static Problem.Invalid wrong(String option, String value) {
        return new Problem.Invalid("ledger.import.wrongOption", option, value);
    }
}
