package mainstay.identity;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/// Which tries to sign in a page shows, as they were asked for.
///
/// @param user   the name that somebody signs in with; empty for everybody
/// @param result `signedIn` or `refused`; empty for both
/// @param from   first day; empty from the beginning
/// @param until  last day; empty up to now
/// @param page   from 1
public record SignInFilter(
        @Nullable String user,
        @Nullable String way,
        @Nullable String result,
        @Nullable String from,
        @Nullable String until,
        @Nullable Integer page) {

    private static final List<String> FIELDS = List.of("user", "way", "result", "from", "until");

    public String of(String field) {
        String written = switch (field) {
            case "user" -> user;
            case "way" -> way;
            case "result" -> result;
            case "from" -> from;
            default -> until;
        };
        return written == null ? "" : written.strip();
    }

    public int shown() {
        return page == null ? 1 : page;
    }

    public String at(int other) {
        UriComponentsBuilder address = address("/settings/sign-ins");
        return (other == 1 ? address : address.queryParam("page", other))
                .build(true)
                .toUriString();
    }

    public String csv() {
        return address("/settings/sign-ins.csv").build(true).toUriString();
    }

    private UriComponentsBuilder address(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        for (String field : FIELDS) {
            if (!of(field).isEmpty()) {
                address.queryParam(field, UriUtils.encode(of(field), StandardCharsets.UTF_8));
            }
        }
        return address;
    }
}
