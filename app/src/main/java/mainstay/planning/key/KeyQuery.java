package mainstay.planning.key;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// Which accounts the map of the keys shows, as the address says it.
///
/// @param manager name by which whoever manages them signs in, or `all`; managers begin with their own
/// @param stars   how many they have, 0 for none
/// @param key     code of a key, together with `mark`
/// @param mark    code of a mark
/// @param sort    `open` for those with the most to do first, else `money`
/// @param page    from 1
public record KeyQuery(
        @Nullable String manager,
        @Nullable String stars,
        @Nullable String key,
        @Nullable String mark,
        @Nullable String sort,
        @Nullable String page) {

    static final String PATH = "/plans/keys";
    static final String ALL = "all";
    private static final String MONEY = "money";
    private static final int FARTHEST = 1000;

    private static String word(@Nullable String written) {
        return Objects.requireNonNullElse(written, "").strip();
    }

    public String chosenManager() {
        if (word(manager).isEmpty()) {
            return Acting.actor().is(Role.KAM) ? Acting.actor().name() : ALL;
        }
        return word(manager);
    }

    public @Nullable Integer chosenStars() {
        return word(stars).matches("[0-4]") ? Integer.valueOf(word(stars)) : null;
    }

    public Optional<Key> chosenKey() {
        return Key.byCode(word(key));
    }

    public Optional<Mark> chosenMark() {
        return Mark.byCode(word(mark));
    }

    public boolean isByMoney() {
        return word(sort).equals(MONEY);
    }

    public int at() {
        String written = word(page);
        return written.matches("[0-9]{1,4}") ? Math.clamp(Integer.parseInt(written), 1, FARTHEST) : 1;
    }

    /// Whether an account is among those asked for: with a key alone whoever has something to do there.
    boolean lets(AccountKeys account) {
        Optional<Key> chosen = chosenKey();
        Optional<Mark> wanted = chosenMark();
        return account.marks().stream()
                .filter(each -> chosen.map(each.key()::equals).orElse(true))
                .anyMatch(each -> wanted.map(each.mark()::equals)
                        .orElseGet(() -> chosen.isEmpty() || each.mark().asks()));
    }

    public boolean isNarrowed() {
        return chosenStars() != null
                || chosenKey().isPresent()
                || chosenMark().isPresent()
                || !chosenManager().equals(ALL);
    }

    public String to(int otherPage) {
        return address(PATH, Map.of("page", String.valueOf(otherPage)));
    }

    /// The accounts with this mark at a key.
    public String narrowed(Key other, Mark otherMark) {
        return address(PATH, Map.of("key", other.code(), "mark", otherMark.code(), "page", ""));
    }

    /// @param form `csv` or `xlsx`
    public String export(String form) {
        return address(PATH + "/export", Map.of("form", form, "page", ""));
    }

    private String address(String path, Map<String, String> instead) {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("manager", chosenManager());
        wanted.put("stars", word(stars));
        wanted.put("key", word(key));
        wanted.put("mark", word(mark));
        wanted.put("sort", word(sort));
        wanted.putAll(instead);
        wanted.values().removeIf(String::isEmpty);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        List.copyOf(wanted.keySet()).forEach(field -> address.queryParam(field, "{" + field + "}"));
        return address.encode().buildAndExpand(wanted).toUriString();
    }
}
