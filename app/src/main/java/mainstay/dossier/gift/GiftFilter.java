package mainstay.dossier.gift;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// Which gifts are listed.
///
/// @param year      empty: the present one
/// @param direction empty: both
/// @param account   code; empty: all
public record GiftFilter(
        @Nullable String year,
        @Nullable String direction,
        @Nullable String account) {

    public String of(String field) {
        String written = switch (field) {
            case "year" -> year;
            case "direction" -> direction;
            default -> account;
        };
        return written == null ? "" : written.strip();
    }

    int year(int present) {
        return of("year").matches("\\d{4}") ? Integer.parseInt(of("year")) : present;
    }

    public String csv() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/people/gifts.csv");
        for (String field : new String[] {"year", "direction", "account"}) {
            if (!of(field).isEmpty()) {
                address.queryParam(field, "{" + field + "}");
            }
        }
        return address.encode()
                .buildAndExpand(Map.of("year", of("year"), "direction", of("direction"), "account", of("account")))
                .toUriString();
    }
}
