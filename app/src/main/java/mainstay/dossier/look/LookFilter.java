package mainstay.dossier.look;

import mainstay.portfolio.period.Address;
import org.jspecify.annotations.Nullable;

/// Which looks a report shows, as they were asked for.
///
/// @param account its code; empty for all
/// @param user    the name that somebody signs in with; empty for everybody
/// @param from    first day; empty from the beginning
/// @param until   last day; empty up to now
/// @param page    from 1
public record LookFilter(
        @Nullable String account,
        @Nullable String user,
        @Nullable String from,
        @Nullable String until,
        @Nullable Integer page) {

    public String of(String field) {
        String written = switch (field) {
            case "account" -> account;
            case "user" -> user;
            case "from" -> from;
            default -> until;
        };
        return written == null ? "" : written.strip();
    }

    public int shown() {
        return page == null ? 1 : page;
    }

    public String at(int other) {
        return address("/archive/looks").with("page", other == 1 ? null : other).toString();
    }

    public String csv() {
        return address("/archive/looks.csv").toString();
    }

    private Address address(String path) {
        return Address.of(path)
                .with("account", orNull("account"))
                .with("user", orNull("user"))
                .with("from", orNull("from"))
                .with("until", orNull("until"));
    }

    private @Nullable String orNull(String field) {
        return of(field).isEmpty() ? null : of(field);
    }
}
