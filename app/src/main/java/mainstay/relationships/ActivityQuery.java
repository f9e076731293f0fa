package mainstay.relationships;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// Which activities are listed, as the address says it.
///
/// @param person name by which a colleague signs in
/// @param side   `internal` or `external`
/// @param after  the last line of the page before
public record ActivityQuery(
        @Nullable String person,
        @Nullable String account,
        @Nullable String kind,
        @Nullable String side,
        @Nullable String state,
        @Nullable String from,
        @Nullable String until,
        @Nullable String after) {

    static final String PATH = "/activities";
    private static final List<String> FIELDS = List.of("person", "account", "kind", "side", "state", "from", "until");

    public String of(String field) {
        String written = switch (field) {
            case "person" -> person;
            case "account" -> account;
            case "kind" -> kind;
            case "side" -> side;
            case "state" -> state;
            case "from" -> from;
            case "until" -> until;
            default -> after;
        };
        return written == null ? "" : written.strip();
    }

    public boolean isNarrowed() {
        return FIELDS.stream().anyMatch(field -> !of(field).isEmpty());
    }

    /// The list without one of the filters.
    public String without(String field) {
        return address(PATH, Map.of(field, ""));
    }

    public String next(String place) {
        return address(PATH, Map.of("after", place));
    }

    /// @param form `csv` or `xlsx`
    public String export(String form) {
        return address(PATH + "/export", Map.of("form", form));
    }

    private String address(String path, Map<String, String> instead) {
        Map<String, String> wanted = new LinkedHashMap<>();
        FIELDS.forEach(field -> wanted.put(field, of(field)));
        wanted.putAll(instead);
        wanted.values().removeIf(String::isEmpty);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        wanted.keySet().forEach(field -> address.queryParam(field, "{" + field + "}"));
        return address.encode().buildAndExpand(wanted).toUriString();
    }
}
